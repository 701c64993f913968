namespace Flex.Web.Tests.Commands;

/// <summary>Exit code 2 is a wrong use, 1 a refusal with its reason, 0 an answer.</summary>
public sealed class Used_wrongly
{
    [Theory]
    [InlineData("onzin")]
    [InlineData("serve", "--time", "2022-01-01")]
    [InlineData("demo", "--time", "morgen")]
    [InlineData("import", "iets", "bestand.csv")]
    [InlineData("dry-run", "--programme", "ergens")]
    public async Task A_verb_ends_in_2_and_says_how_it_is_used(params string[] arguments)
    {
        var (code, said) = await FlexProcess.Run(arguments);

        Assert.Equal(2, code);
        Assert.Contains("Usage", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("serve")]
    [InlineData("migrate")]
    [InlineData("import")]
    [InlineData("export")]
    [InlineData("replay")]
    [InlineData("dry-run")]
    [InlineData("publish")]
    [InlineData("privacy", "register")]
    [InlineData("journal")]
    [InlineData("journal", "verify")]
    [InlineData("account", "invite")]
    public async Task Every_verb_has_help(params string[] verb)
    {
        var (code, said) = await FlexProcess.Run([.. verb, "--help"]);

        Assert.Equal(0, code);
        Assert.Contains("flex " + string.Join(' ', verb), said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_programme_file_stops_the_start_with_its_place()
    {
        var folder = Directory.CreateTempSubdirectory("flex-p").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "kapot"));
        await File.WriteAllTextAsync(Path.Combine(folder, "kapot", "programme.json"), "{\n  \"code\": kapot\n}", TestContext.Current.CancellationToken);

        var (code, said) = await FlexProcess.Run("serve", "--programmes", folder, "--data", Path.Combine(folder, "data"));

        Assert.Equal(1, code);
        Assert.Contains("kapot/programme.json", said, StringComparison.Ordinal);
        Assert.Contains("regel 2", said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder, "data")), "nothing starts on a broken file");
        Directory.Delete(folder, recursive: true);
    }
}
