using Flex.Web.Data.Access;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Trust;

/// <summary>One site with everybody signed in, whose database is set back after every try.</summary>
public sealed class DoingWorld(TestCluster cluster) : IAsyncLifetime
{
    internal App App { get; private set; } = null!;

    internal Rewind Rewind { get; private set; } = null!;

    /// <summary>Who tries, by role; who has no account is a visitor who did not sign in.</summary>
    internal Dictionary<string, Visitor> Visitors { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, string> Organisations { get; } = new(StringComparer.Ordinal);

    public async ValueTask InitializeAsync()
    {
        App = await App.Start(cluster);
        foreach (var role in TheModel.Roles)
        {
            var known = Roles.All.Any(r => r.Code == role);
            Visitors[role] = await App.Visit(known ? role : null);
            await Visitors[role].Get(known ? "/" : "/inloggen");
            Organisations[role] = known ? (string)(await App.Database.AsAdmin("select organisation from journal.entry where act = 'SignedIn' and role = $1 limit 1", role))! : "nergens";
        }

        Rewind = await Rewind.Of(App.Database);
        await Rewind.Keep("leeg");
    }

    /// <summary>Gives the organisation of a role one relation with every family, and answers how the relations are then.</summary>
    internal Task<string> Relate(string role, string relation) =>
        Rewind.Value($"{RelationRows.OfAll(relation, Organisations[role], "demo:" + role)} {Relations}");

    /// <summary>How the relations are now.</summary>
    internal Task<string> Related() => Rewind.Value(Relations);

    private const string Relations = "select md5(coalesce(string_agg(r::text, '|' order by r.id), '')) from relation r";

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in Visitors.Values)
        {
            visitor.Dispose();
        }

        await Rewind.DisposeAsync();
        await App.DisposeAsync();
    }
}
