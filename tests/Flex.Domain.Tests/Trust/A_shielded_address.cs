using Flex.Domain.Dossiers;
using Flex.Domain.Trust;

namespace Flex.Domain.Tests.Trust;

public sealed class A_shielded_address
{
    [Fact]
    public void Is_shown_to_the_kraamverzorgende_in_the_care_and_to_no_other_role_or_relation() =>
        Assert.Equal([("kraamverzorgende", RelationKind.Care)], from role in Discipline.All.SelectMany(d => d.Roles).Append("gezin").Append("programmabureau") from kind in Enum.GetValues<RelationKind>() where AddressShield.Shows(role, [kind]) select (role, kind));

    [Theory]
    [InlineData(null, false, "")]
    [InlineData("geheim", false, "huisnummer postcode")]
    [InlineData("opvang", true, "huisnummer postcode telefoon")]
    [InlineData("opvang", false, "gemeente huisnummer postcode telefoon")]
    public void Is_kept_out_of_every_other_form(string? kind, bool seesMunicipality, string refused)
    {
        var read = Read(("postcode", "6411AB"), ("huisnummer", "1"), ("telefoon", "045 123 45 67"), ("gemeente", "GM0917"));

        AddressShield.KeepOut(read, kind, seesMunicipality);

        Assert.Equal(refused, string.Join(' ', read.Problems.Select(p => p.Field).Order(StringComparer.Ordinal)));
        Assert.All(read.Problems, p => Assert.Null(p.Value));
    }

    [Fact]
    public void Is_lifted_with_a_reason_and_without_another_address()
    {
        Assert.Equal(new SaidShield("geheim", null, new("6411AB", null, null)), ShieldText.Parse(Read(("afscherming", "geheim"), ("postcode", "6411 ab"))));
        Assert.Null(ShieldText.Parse(Read(("afscherming", "geen"))));
        Assert.Null(ShieldText.Parse(Read(("afscherming", "geen"), ("toelichting", "Zij is thuis"), ("huisnummer", "3"))));
        Assert.NotNull(ShieldText.Parse(Read(("afscherming", "geen"), ("toelichting", "Zij is thuis"))));
    }

    private static FieldReader Read(params (string Name, string Value)[] fields) => new(name => fields.FirstOrDefault(f => f.Name == name).Value, new(2023, 5, 15));
}
