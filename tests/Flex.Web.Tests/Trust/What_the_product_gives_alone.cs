using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Trust;

/// <summary>
/// The first of the two nets by itself: with row security off on the table that every other policy asks, every list, page, search and answer gives the same
/// families as the model. Otherwise a list without its condition would be hidden by the second net, and nobody would know until that net tears too.
/// </summary>
public sealed class What_the_product_gives_alone(FamiliesOfAll families) : IClassFixture<FamiliesOfAll>
{
    private static readonly string[] Care = ["verloskundige", "intaker", "coordinator", "kraamverzorgende", "jgz"];

    /// <summary>Who reaches families; one by the seed of the run, and all with --long.</summary>
    public static TheoryData<string> Everybody => [.. Seed.Long ? Care : [Care[Seed.OfRun % Care.Length]]];

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Is_what_the_model_gives_and_nothing_else(string role)
    {
        await families.App.Database.AsAdmin("alter table dossier disable row level security");

        await new What_everybody_reaches(families).Is_what_the_model_gives_and_nothing_else(role);

        Assert.Equal(false, await families.App.Database.AsAdmin("select relrowsecurity from pg_class where oid = 'dossier'::regclass"));
    }
}
