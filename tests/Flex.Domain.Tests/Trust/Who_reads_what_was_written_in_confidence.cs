using Flex.Domain.Dossiers;
using Flex.Domain.Trust;

namespace Flex.Domain.Tests.Trust;

public sealed class Who_reads_what_was_written_in_confidence
{
    [Theory]
    [InlineData("verloskundige", RelationKind.Applicant, "verloskunde", "", true)]
    [InlineData("verloskundige", RelationKind.Applicant, "kraamzorg", "", false)]
    [InlineData("verloskundige", RelationKind.Applicant, "kraamzorg", "verloskunde", true)]
    [InlineData("verloskundige", RelationKind.Applicant, "kraamzorg", "jgz", false)]
    [InlineData("verloskundige", RelationKind.Intake, "verloskunde", "", false)]
    [InlineData("kraamverzorgende", RelationKind.Care, "kraamzorg", "", true)]
    [InlineData("kraamverzorgende", RelationKind.Emergency, "kraamzorg", "", true)]
    [InlineData("jgz", RelationKind.Handover, "kraamzorg", "jgz", true)]
    [InlineData("intaker", RelationKind.Intake, "kraamzorg", "", false)]
    [InlineData("coordinator", RelationKind.Intake, "intake", "", true)]
    [InlineData("coordinator", RelationKind.Intake, "kraamzorg", "intake", true)]
    [InlineData("programmabureau", RelationKind.Intake, "intake", "intake", false)]
    [InlineData("privacy", RelationKind.Intake, "kraamzorg", "kraamzorg", false)]
    public void Is_the_own_discipline_or_one_that_it_was_shared_with_through_a_relation_of_the_role(string role, RelationKind relation, string of, string shared, bool reads) =>
        Assert.Equal(reads, Confidentiality.Reads(role, [relation], of, shared.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void Without_a_relation_is_nobody() =>
        Assert.All(Discipline.All.SelectMany(d => d.Roles.Select(r => (d, r))), of => Assert.False(Confidentiality.Reads(of.r, [], of.d.Code, [of.d.Code]) || Confidentiality.Writes(of.r, [])));

    [Theory]
    [InlineData("verloskundige", RelationKind.Applicant, true)]
    [InlineData("kraamverzorgende", RelationKind.Care, true)]
    [InlineData("jgz", RelationKind.Handover, true)]
    [InlineData("coordinator", RelationKind.Intake, true)]
    [InlineData("kraamverzorgende", RelationKind.Invited, false)]
    [InlineData("verloskundige", RelationKind.Emergency, false)]
    [InlineData("onderzoeker", RelationKind.Intake, false)]
    public void Writes_only_who_is_not_there_to_look_along(string role, RelationKind relation, bool writes) => Assert.Equal(writes, Confidentiality.Writes(role, [relation]));

    [Fact]
    public void Is_of_one_discipline_for_every_role_that_has_one() => Assert.All(Discipline.All.SelectMany(d => d.Roles).GroupBy(r => r), r => Assert.Single(r));

    [Fact]
    public void Is_shared_with_another_discipline_and_a_reason_only()
    {
        var own = Discipline.Of("jgz")!;

        Assert.Equal(new SharedNote("kraamzorg", "Zij is er elke dag"), ConfidentialText.Share(Read(("delen_met", "kraamzorg"), ("deel_reden", " Zij is er elke dag ")), own));
        Assert.Null(ConfidentialText.Share(Read(("delen_met", "jgz"), ("deel_reden", "x")), own));
        Assert.Null(ConfidentialText.Share(Read(("delen_met", "kraamzorg")), own));
        Assert.Null(ConfidentialText.Note(Read(("notitie", " "))));
        Assert.Null(ConfidentialText.Note(Read(("notitie", new string('x', 5001)))));
    }

    private static FieldReader Read(params (string Name, string Value)[] fields) => new(name => fields.FirstOrDefault(f => f.Name == name).Value, new(2023, 5, 15));
}
