using System.Net;
using System.Text.RegularExpressions;
using Flex.Web.Tests.Support;
using Microsoft.AspNetCore.Routing;

namespace Flex.Web.Tests.Trust;

/// <summary>
/// Every role in every relation with a family sends every form, through the front door. It is done exactly when the model gives it (with what was chosen
/// where the model is open); otherwise it is refused and every table is as it was. Roles that reach no family by any relation try two relations by
/// the seed of the run, and all with --long.
/// </summary>
public sealed partial class What_everybody_does(DoingWorld world) : IClassFixture<DoingWorld>
{
    private static readonly string[] Care = ["verloskundige", "intaker", "coordinator", "kraamverzorgende", "jgz", "programmabureau"];

    // What somebody typed whose session ended survives signing in again, sealed under a cookie of that browser.
    private const string Typed = "public.draft";

    public static TheoryData<string> Forms => [.. TriedForms.All.Keys];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Is_what_the_model_gives_and_nothing_else(string form)
    {
        var tried = TriedForms.All[form];
        await world.Rewind.Back("leeg");
        using var opener = await world.App.Visit(tried.Persona);
        var send = await tried.Open(world.App, opener);
        await world.Rewind.Keep("klaar");
        var then = await world.Rewind.Mark();
        var (wrong, random) = (new List<string>(), new Random(Seed.OfRun));

        foreach (var role in TheModel.Roles.Where(r => tried.Persona is not null || r == "zonder-account"))
        {
            var visitor = role == "zonder-account" && tried.Persona is null ? opener : world.Visitors[role];
            foreach (var relation in Relations(form, role, random))
            {
                var may = ChosenActs.Sends(role, RelationRows.OfOthers.Contains(relation) ? "none" : relation, form);
                var related = await world.Relate(role, relation);
                using var answer = await send(visitor, world.Rewind);
                var done = tried.Done(visitor, answer);
                if (done != may || (!done && !tried.Empty && !await Refused(answer)))
                {
                    wrong.Add($"{role} {relation}: {(may ? "may" : "may not")}, got {(int)answer.StatusCode} {answer.Headers.Location} {(done ? "" : Errors(visitor))}");
                }

                if (!may && await world.Related() != related)
                {
                    wrong.Add($"{role} {relation}: a relation changed");
                }

                if (may)
                {
                    var now = await world.Rewind.Mark();
                    if (!tried.Looks && done && Rewind.Differ(then, now).Count == 0)
                    {
                        wrong.Add($"{role} {relation}: done, and nothing was written");
                    }

                    then = await world.Rewind.Back("klaar", then, now);
                }
            }

            var after = await world.Rewind.Mark();
            wrong.AddRange(Rewind.Differ(then, after).Where(t => role != "zonder-account" || t != Typed).Select(t => $"{role}: refused, and yet written in {t}"));
            then = await world.Rewind.Back("klaar", then, after);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Is_told_of_every_form_and_every_act_of_the_model()
    {
        var posts = world.App.Routes.Where(r => r.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Any(m => m is not ("GET" or "HEAD")) == true).Select(Who_reaches_what.Name).ToList();
        var cells = ChosenActs.ActOf.Keys.Concat(ChosenActs.Beside.Keys).ToList();

        Assert.Empty(posts.Except(cells).Except(ChosenActs.OfOneself.Keys).Except(ChosenActs.Elsewhere.Keys));
        Assert.Empty(TheModel.ActNames.Except(ChosenActs.ActOf.Values));
        Assert.Equal(cells.Order(StringComparer.Ordinal), TriedForms.All.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(cells.Select(c => c.Split('#')[0]).Concat(ChosenActs.OfOneself.Keys).Except(world.App.Routes.Select(Who_reaches_what.Name)));
        // Whoever does something with a family may see her.
        Assert.All(from form in ChosenActs.ActOf.Where(f => f.Value is not ("aanmelden" or "afwijking-beoordelen" or "overdracht-aannemen")).Select(f => f.Key).Concat(ChosenActs.Beside.Where(b => !b.Value.Cells.EndsWith(" *", StringComparison.Ordinal)).Select(b => b.Key))
                   from role in TheModel.Roles
                   from relation in TheModel.Relations
                   where ChosenActs.Sends(role, relation, form)
                   select (form, role, relation), c => Assert.True(Chosen.Reaches(c.role, c.relation), $"{c}"));
    }

    // What asks no relation is tried once.
    private static IEnumerable<string> Relations(string form, string role, Random random)
    {
        IReadOnlyList<string> all = [.. TheModel.Relations, .. RelationRows.OfOthers];
        return ChosenActs.ActOf.GetValueOrDefault(form) == "aanmelden" || ChosenActs.Beside.TryGetValue(form, out var own) && own.Cells.EndsWith(" *", StringComparison.Ordinal) ? ["none"]
            : Seed.Long || Care.Contains(role) ? all
            : [all[random.Next(all.Count)], all[random.Next(all.Count)]];
    }

    // Not there, not yours, or not now with a sentence that says why.
    private static async Task<bool> Refused(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Unauthorized => true,
        HttpStatusCode.Conflict => (await answer.Content.ReadAsStringAsync()).Contains("flex-notice", StringComparison.Ordinal),
        HttpStatusCode.Redirect or HttpStatusCode.SeeOther => Door().IsMatch(answer.Headers.Location?.OriginalString ?? ""),
        _ => false,
    };

    private static string Errors(Visitor visitor) => string.Join(' ', visitor.Page.QuerySelectorAll("main [id$='-fout'], main [role=alert], main .utrecht-alert").Select(e => e.TextContent.Trim())) is { Length: > 300 } text ? text[..300] : "";

    [GeneratedRegex("^(http://[^/]+)?/(geen-toegang|inloggen)")]
    private static partial Regex Door();
}
