using Flex.Domain.Trust;
using Flex.Web.Data.Journal;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Log;

/// <summary>The fields of NEN 7513 beside the envelope.</summary>
public sealed class What_a_line_keeps(TestCluster cluster)
{
    [Fact]
    public async Task Is_who_by_name_from_where_in_which_request_for_what_and_by_what_right()
    {
        await using var app = await App.Start(cluster);
        var id = await new Builder(app).Dossier().InCare().Save();
        using var carer = await app.Visit("kraamverzorgende");

        await carer.Get($"/dossiers/{id}");

        var (line, sealedBytes) = ((Guid)(await One(app, "id"))!, (byte[])(await One(app, "context"))!);
        var context = EntryContext.Open(app.Database.Installation.Keys, 2, sealedBytes, line)!;
        Assert.Equal("2 0", await app.Database.AsAdmin("select version || ' ' || outcome from journal.entry where act = 'DossierRead' and role = 'kraamverzorgende'"));
        Assert.Equal(("Demo kraamverzorgende", "127.0.0.1", "TREAT", AccessPolicy.Version), (context.Name, context.Address, context.Use, context.Policy));
        Assert.Equal(["zorg"], context.Relations!);
        Assert.Matches("^[0-9a-f]{32}$", context.Trace!);
        Assert.DoesNotContain("127.0.0.1", System.Text.Encoding.UTF8.GetString(sealedBytes), StringComparison.Ordinal);
        // Bound to its line: it opens nowhere else.
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => EntryContext.Open(app.Database.Installation.Keys, 2, sealedBytes, Guid.NewGuid()));

        static Task<object?> One(App app, string column) => app.Database.AsAdmin($"select {column} from journal.entry where act = 'DossierRead' and role = 'kraamverzorgende'");
    }

    [Fact]
    public async Task Has_no_address_for_what_the_system_does_and_lines_of_an_import_have_it_all()
    {
        await using var app = await App.Start(cluster);
        await app.Db.Write(1);

        Assert.Equal(0L, await app.Database.AsAdmin("select count(*) from journal.entry where version <> 2 or outcome is null or context is null"));
    }

    [Fact]
    public void Is_a_class_an_action_and_a_use_for_every_act()
    {
        foreach (var act in Enum.GetValues<Act>())
        {
            Assert.Contains(ActKinds.ActionOf(act), "CRUDE");
            Assert.Contains(ActKinds.UseOf(act), (string[])["TREAT", "ETREAT", "HOPERAT", "HCOMPL", "HSYSADMIN", "PATRQT"]);
            Assert.True(Enum.IsDefined(ActKinds.ClassOf(act)));
        }

        Assert.Equal(('R', 'E', 'U', 'C', 'E'), (ActKinds.ActionOf(Act.DossierRead), ActKinds.ActionOf(Act.ListRead), ActKinds.ActionOf(Act.Decided), ActKinds.ActionOf(Act.ApplicationReceived), ActKinds.ActionOf(Act.GlassBroken)));
        Assert.Equal(("ETREAT", "PATRQT", "HCOMPL"), (ActKinds.UseOf(Act.GlassBroken), ActKinds.UseOf(Act.FamilyLogRead), ActKinds.UseOf(Act.LogRead)));
        Assert.Equal(
            ["AddressRead", "BsnRead", "BsnSearched", "CopyRead", "DossierRead", "DryRunDone", "ExportMade", "FamilyLogRead", "FamilyNotSignedIn", "FamilyRefused", "JournalPurged", "KinDeclared", "ListRead", "LogExported", "LogRead", "LogReviewed", "NoteRead", "OverrideRead", "PurgeApproved", "Refused", "SearchDone", "SignInRefused", "WithholdAsked", "WithholdJudged"],
            ActKinds.Looks.Order(StringComparer.Ordinal));
    }
}

file static class Writing
{
    public static async Task Write(this Flex.Web.Data.FlexDb db, int lines)
    {
        await using var work = await db.Begin(Actor.System("test"), "test");
        Flex.Web.Data.Bulk.JournalLines.Add(work, [.. Enumerable.Range(0, lines).Select(_ => work.Line(Act.ImportDone, db.Clock.NewId(), null, null))]);
        await work.Save();
    }
}
