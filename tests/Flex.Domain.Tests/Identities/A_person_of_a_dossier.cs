using Flex.Domain.Identities;

namespace Flex.Domain.Tests.Identities;

public sealed class A_person_of_a_dossier
{
    private static readonly Guid Dossier = Guid.Parse("0190aaaa-0000-7000-8000-0000000000ff");

    [Fact]
    public void Has_an_id_of_its_own_that_never_changes()
    {
        var people = Enumerable.Range(1, 9).Select(PersonId.OfChild).Prepend(PersonId.Mother).ToList();

        Assert.Equal(10, people.Select(p => PersonId.Of(Dossier, p)).Distinct().Count());
        Assert.Equal(Dossier, PersonId.Of(Dossier, PersonId.Mother));
        Assert.Equal(PersonId.Of(Dossier, "child-2"), PersonId.Of(Dossier, PersonId.OfChild(2)));
    }

    [Theory]
    [InlineData("mother", null)]
    [InlineData("child-1", 1)]
    [InlineData("child-9", 9)]
    [InlineData("child-0", null)]
    [InlineData("child-10", null)]
    [InlineData("child", null)]
    public void Has_a_number_when_it_is_a_child(string person, int? number) => Assert.Equal(number, PersonId.NumberOf(person));

    [Fact]
    public void That_is_no_code_has_no_id() => Assert.Throws<ArgumentException>(() => PersonId.Of(Dossier, "father"));
}
