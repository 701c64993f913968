using Flex.Domain.Corrections;
using Flex.Domain.Trust;

namespace Flex.Domain.Tests.Corrections;

public sealed class A_correction_of_the_mother
{
    private static readonly MotherFacts Known = new("Anna", new(1995, 3, 2), "045 123 45 67", "6411AB", "12", "GM0001", "nl", false);

    // Field by field: a field that is forgotten here would be corrected without history.
    [Fact]
    public void Names_every_field_that_differs_with_what_stood_there()
    {
        var now = new MotherFacts("Hanna", new(1994, 2, 1), null, "6221AA", "7B", "GM0002", "pl", true);

        Assert.Equal(
            [
                new("naam_moeder", "Anna", "Hanna"), new("geboortedatum_moeder", "02-03-1995", "01-02-1994"), new("telefoon", "045 123 45 67", null), new("postcode", "6411AB", "6221AA"),
                new("huisnummer", "12", "7B"), new("gemeente", "GM0001", "GM0002"), new("taal", "nl", "pl"), new("tolk", "nee", "ja"),
            ],
            Known.ChangesTo(now));
        Assert.Equal(typeof(MotherFacts).GetProperties().Length, Known.ChangesTo(now).Count);
    }

    [Fact]
    public void Is_nothing_when_all_is_as_it_was() => Assert.Empty(Known.ChangesTo(Known with { }));

    [Theory]
    [InlineData("gegevens", DataClass.Identity)]
    [InlineData("aanvraag", DataClass.Application)]
    [InlineData("besluit", DataClass.Outcome)]
    [InlineData("zorg", DataClass.Notes)]
    public void Leaves_a_statement_for_who_sees_what_it_is_about(string about, DataClass seen)
    {
        Assert.Contains(StatementText.Subjects, s => s.Code == about);
        Assert.Equal(seen, StatementText.ClassOf(about));
    }
}
