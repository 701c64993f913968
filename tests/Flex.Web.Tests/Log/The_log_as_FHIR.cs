using System.Text.Json.Nodes;
using Flex.Web.Data.Journal;
using Flex.Web.Features.Exports;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Log;

/// <summary>`flex export log`: AuditEvents of FHIR R4 after the patterns of IHE BALP, held against their structure.</summary>
public sealed class The_log_as_FHIR(TestCluster cluster) : IAsyncLifetime
{
    private const string Balp = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";
    private readonly string folder = Directory.CreateTempSubdirectory("flex-f").FullName;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Has_an_event_for_every_line_of_the_family_with_everything_that_must_be_there()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().Save();
        using var intaker = await app.Visit("intaker");
        await intaker.Get($"/dossiers/{id}");
        await intaker.Get("/dossiers");
        using var town = await app.Visit("gemeente");
        await town.Get($"/dossiers/{id}");
        var number = (int)(await app.Database.AsAdmin("select number from dossier"))!;
        var lines = (long)(await app.Database.AsAdmin("select count(*) from journal.entry where dossier_id = $1 or objects @> array[$1]", id))!;
        var file = Path.Combine(folder, "log.ndjson");
        using var said = new StringWriter();

        Assert.Equal(0, await ExportLog.Run(app.Db, number, file, said, TestContext.Current.CancellationToken));

        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var events = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToList();
        Assert.Equal(lines, events.Count);
        Assert.All(events, IsAuditEvent);
        Assert.DoesNotContain("Anna", text, StringComparison.Ordinal);
        Assert.Equal(["Query", "Read"], events.Where(e => e["meta"] is not null).Select(e => e["meta"]!["profile"]![0]!.GetValue<string>()[(Balp.Length + "Patient".Length)..]).Distinct().Order(StringComparer.Ordinal));
        Assert.Single(events, e => e["outcome"]!.GetValue<string>() == "8" && e["meta"] is null);
        var read = events.Single(e => e["action"]!.GetValue<string>() == "R" && e["agent"]!.AsArray().Any(a => a!["name"]?.GetValue<string>() == "Demo intaker"));
        Assert.Equal("intake", read["entity"]![0]!["detail"]![1]!["valueString"]!.GetValue<string>());
        Assert.Equal(1L, await app.Database.AsAdmin("select count(*) from journal.entry where act = 'LogExported' and dossier_id = $1", id));
        Assert.Equal(1, await ExportLog.Run(app.Db, number, file, said, TestContext.Current.CancellationToken));
        Assert.Equal(1, await ExportLog.Run(app.Db, 99999, file + "2", said, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Holds_for_every_act_that_there_is() => Assert.All(Enum.GetValues<Act>(), act =>
    {
        var context = new EntryContext("Naam", "10.0.0.1", new string('a', 32), ActKinds.UseOf(act), ["zorg"], "2026-1");
        var made = AuditEventOf.Line(new(Guid.NewGuid(), DateTimeOffset.UnixEpoch, act, new("p", "Naam", "jgz", "o"), "doel", act == Act.Refused ? Outcome.SeriousFailure : Outcome.Success, context), Guid.NewGuid());
        IsAuditEvent(JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(made, AuditEventJson.Default.AuditEvent))!);
    });

    // FHIR R4: type, recorded, agent 1..* with requestor, source.observer; codes from their sets. BALP: a client and a server with a network, at most one
    // person, the patient and what was touched, each in the form of its profile.
    private static void IsAuditEvent(JsonNode e)
    {
        Assert.Equal("AuditEvent", Text(e["resourceType"]));
        Assert.Matches("^[A-Za-z0-9.-]{1,64}$", Text(e["id"]));
        Assert.Contains(Text(e["action"]), (string[])["C", "R", "U", "D", "E"]);
        Assert.Contains(Text(e["outcome"]), (string[])["0", "4", "8", "12"]);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$", Text(e["recorded"]));
        Assert.All(e["subtype"]!.AsArray().Append(e["type"]), IsCoding);
        var agents = e["agent"]!.AsArray();
        Assert.Single(agents, a => a!["requestor"]!.GetValue<bool>());
        Assert.All(agents, a => IsCoding(a!["type"]!["coding"]![0]));
        Assert.Equal(["110152", "110153", "IRCP"], agents.Select(a => Text(a!["type"]!["coding"]![0]!["code"])).Order(StringComparer.Ordinal));
        Assert.All(agents, a => Assert.NotNull(a!["who"]));
        Assert.Null(agents.Single(a => Text(a!["type"]!["coding"]![0]!["code"]) == "IRCP")!["network"]);
        Assert.NotNull(e["source"]!["observer"]);
        Assert.Single(e["entity"]!.AsArray(), n => Text(n!["type"]!["code"]) == "1" && Text(n["role"]!["code"]) == "1" && n["what"]!["identifier"] is not null);
        Assert.Single(e["entity"]!.AsArray(), n => Text(n!["type"]!["code"]) == "2");
        if (e["meta"] is { } meta)
        {
            IsBalp(e, Text(meta["profile"]![0])[Balp.Length..], agents);
        }
    }

    private static void IsBalp(JsonNode e, string profile, JsonArray agents)
    {
        var (action, interaction, client) = profile switch
        {
            "PatientRead" => ("R", "read", "110152"),
            "PatientCreate" => ("C", "create", "110153"),
            "PatientUpdate" => ("U", "update", "110153"),
            "PatientQuery" => ("E", "search", "110153"),
            _ => throw new InvalidOperationException(profile),
        };
        var touched = e["entity"]!.AsArray().Single(n => Text(n!["type"]!["code"]) == "2")!;
        Assert.Equal((action, "0", "rest", interaction), (Text(e["action"]), Text(e["outcome"]), Text(e["type"]!["code"]), Text(e["subtype"]![0]!["code"])));
        Assert.Equal("2", Text(agents.Single(a => Text(a!["type"]!["coding"]![0]!["code"]) == client)!["network"]!["type"]));
        Assert.Equal(2, agents.Count(a => a!["network"] is not null));
        Assert.Equal(profile == "PatientQuery" ? ("24", true, true) : ("4", false, false), (Text(touched["role"]!["code"]), touched["query"] is not null, touched["what"] is null));
        Assert.Null(profile == "PatientQuery" ? touched["detail"] : null);
    }

    private static void IsCoding(JsonNode? coding) => Assert.True(Uri.IsWellFormedUriString(Text(coding!["system"]), UriKind.Absolute) && Text(coding["code"]).Length > 0);

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
