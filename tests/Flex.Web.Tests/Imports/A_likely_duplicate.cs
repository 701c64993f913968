using Flex.Web.Data.Duplicates;
using Flex.Web.Data.Journal;
using Flex.Web.Features.Imports;
using Flex.Web.Tests.Support;

namespace Flex.Web.Tests.Imports;

/// <summary>A row that resembles a dossier waits for a person; the rest of the file goes on.</summary>
public sealed class A_likely_duplicate(TestCluster cluster) : IAsyncLifetime
{
    private static readonly Actor Intaker = new("p1", "Testpersoon", "intaker", "geboortezorg-limburg");
    private static readonly (string, string)[] Known = [("bsn", "999959979"), ("naam_moeder", "Marloes Test-Berkenpad"), ("geboortedatum_moeder", "1990-05-05"), ("postcode", "6411AB"), ("uitgerekend", "2022-05-20")];
    private FileDoor door = null!;

    public async ValueTask InitializeAsync() => door = await FileDoor.Open(cluster);

    public async ValueTask DisposeAsync() => await door.DisposeAsync();

    public static TheoryData<string, string[]> Alike => new()
    {
        { "zelfde-bsn", ["bsn=999959979"] },
        { "zelfde-geboortedatum-en-naam", ["naam_moeder=Marloes Test-Berkenpad", "geboortedatum_moeder=1990-05-05"] },
        { "zelfde-geboortedatum-en-naam", ["naam_moeder=MARLÓES TESTBERKEPAD", "geboortedatum_moeder=1990-05-05"] },
        { "zelfde-geboortedatum-en-naam", ["naam_moeder=Berkenpad", "geboortedatum_moeder=1990-05-05"] },
        { "zelfde-geboortedatum-en-naam", ["naam_moeder=Berckenpat Test van der Marloes", "geboortedatum_moeder=1990-05-05"] },
        { "zelfde-geboortedatum-en-naam", ["naam_moeder=Berkenpat Marlous", "geboortedatum_moeder=1990-05-05"] },
        { "zelfde-postcode-en-uitgerekende-datum", ["postcode=6411 ab", "uitgerekend=2022-05-20"] },
    };

    public static TheoryData<string[]> Unlike => new()
    {
        new[] { "naam_moeder=Marloes Test-Berkenpad" },
        new[] { "geboortedatum_moeder=1990-05-05", "naam_moeder=Marloes Test-Lindelaan" },
        new[] { "postcode=6411AB" },
        new[] { "uitgerekend=2022-05-20" },
    };

    [Theory]
    [MemberData(nameof(Alike))]
    public async Task Waits_whether_the_other_is_stored_or_in_the_same_file(string why, string[] changes)
    {
        var twin = Rows.Family(2, Changes(changes));

        var said = await door.Read("applications", Rows.File(Rows.Family(1, Known), twin, Rows.Family(3)));
        var later = await door.Read("applications", Rows.File(Rows.Family(4, Changes(changes))));

        Assert.Equal((0, 0), (said.Code, later.Code));
        Assert.Contains("2 opgeslagen, 0 overgeslagen (al eerder ingelezen), 1 wachten op een beoordeling", said.Text, StringComparison.Ordinal);
        Assert.Contains("1 wachten", later.Text, StringComparison.Ordinal);
        Assert.Equal("T-002:" + why + ",T-004:" + why, await door.One("select string_agg(number || ':' || why, ',' order by number) from likely_duplicate"));
        Assert.Equal("T-001", await door.One("select distinct r.number from likely_duplicate w join import_row r on r.dossier_id = w.resembles"));
        Assert.Equal(2, await door.Count("journal.entry where act = 'DuplicateWaits' and body is not null"));
    }

    [Fact]
    public async Task Is_looked_for_where_a_family_lives_now()
    {
        await door.Read("applications", Rows.File(Rows.Family(1, Known)));
        await door.One("set session_replication_role = replica; update residence set during = daterange(lower(during), '2022-06-01'); insert into residence (dossier_id, during, municipality, postcode, entry_id) select id, '[2022-06-01,)', 'GM0917', '6221BX', gen_random_uuid() from dossier");

        var where = await door.Read("applications", Rows.File(Rows.Family(2, ("postcode", "6411AB"), ("uitgerekend", "2022-05-20")), Rows.Family(3, ("postcode", "6221BX"), ("uitgerekend", "2022-05-20"))));

        Assert.Contains("1 opgeslagen, 0 overgeslagen (al eerder ingelezen), 1 wachten", where.Text, StringComparison.Ordinal);
        Assert.Equal("T-003:zelfde-postcode-en-uitgerekende-datum", await door.One("select string_agg(number || ':' || why, ',') from likely_duplicate"));
    }

    [Theory]
    [MemberData(nameof(Unlike))]
    public async Task Is_not_seen_in_one_likeness_alone(string[] changes)
    {
        var said = await door.Read("applications", Rows.File(Rows.Family(1, Known), Rows.Family(2, Changes(changes))));

        Assert.Contains("2 opgeslagen", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waits_once_however_often_the_file_is_read()
    {
        var file = Rows.File(Rows.Family(1, Known), Rows.Family(2, Known));
        await door.Read("applications", file);

        var again = await door.Read("applications", file);

        Assert.Equal(0, again.Code);
        Assert.Contains("0 opgeslagen, 1 overgeslagen (al eerder ingelezen), 1 wachten", again.Text, StringComparison.Ordinal);
        Assert.Equal(1, await door.Count("likely_duplicate"));
    }

    [Fact]
    public async Task Keeps_its_care_waiting_too()
    {
        await door.Read("applications", Rows.File(Rows.Family(1, Known), Rows.Family(2, Known)));

        var care = await door.Read("care", "nummer,aanmeldnummer,pijler,dag,uren,zorgverlener,opmerking\nZ1,T-002,1,2022-06-02,3,Kraam,\n");

        Assert.Contains("wacht nog op een beoordeling", care.Rejects, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settled_as_the_same_lends_its_number_to_the_dossier()
    {
        (string, string)[] admitted = [.. Known, ("besluit_1", "toegelaten"), ("besluit_1_op", "2022-03-05")];
        await door.Read("applications", Rows.File(Rows.Family(1, admitted), Rows.Family(2, admitted)));

        var settled = await Settle(DuplicateVerdict.Same, null);

        Assert.Equal(SettleOutcome.Settled, settled.Outcome);
        Assert.Equal((1L, 1), (await door.Count("dossier"), await door.One("select taken from place where pillar = 1")));
        var care = await door.Read("care", "nummer,aanmeldnummer,pijler,dag,uren,zorgverlener,opmerking\nZ1,T-002,1,2022-06-02,3,Kraam,\n");
        Assert.Equal(0, care.Code);
        Assert.Equal(settled.Dossier, await door.One("select dossier_id from care_entry"));
        Assert.Equal(SettleOutcome.SettledAlready, (await Settle(DuplicateVerdict.Different, "toch niet")).Outcome);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Keeps_nothing_of_the_row_once_it_is_settled(bool same)
    {
        var file = Rows.File(Rows.Family(1, Known), Rows.Family(2, Known));
        await door.Read("applications", file);
        var waiting = await Lines();

        await Settle(same ? DuplicateVerdict.Same : DuplicateVerdict.Different, "gebeld");

        Assert.Contains(waiting, l => l.Waiting == "Marloes Test-Berkenpad");
        Assert.All(await Lines(), l => Assert.Null(l.Waiting));
        Assert.Contains("2 overgeslagen", (await door.Read("applications", file)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_settled_with_a_bsn_in_the_reason()
    {
        await door.Read("applications", Rows.File(Rows.Family(1, Known), Rows.Family(2, Known)));

        var refused = await Settle(DuplicateVerdict.Different, "zij heeft 999 959 979");

        Assert.Equal(SettleOutcome.ReasonHoldsBsn, refused.Outcome);
        Assert.Equal(0, await door.Count("likely_duplicate where settled_as is not null"));
    }

    [Fact]
    public async Task Settled_as_different_opens_a_dossier_of_the_sender()
    {
        (string, string)[] admitted = [.. Known, ("besluit_1", "toegelaten"), ("besluit_1_op", "2022-03-05")];
        await door.Read("applications", Rows.File(Rows.Family(1, admitted), Rows.Family(2, admitted)));

        Assert.Equal(SettleOutcome.ReasonMissing, (await Settle(DuplicateVerdict.Different, " ")).Outcome);
        var settled = await Settle(DuplicateVerdict.Different, "zussen op een adres");

        Assert.Equal(SettleOutcome.Settled, settled.Outcome);
        Assert.Equal(settled.Dossier, await door.One("select dossier_id from import_row where number = 'T-002'"));
        Assert.Equal("zuid-limburg-2021", await door.One("select string_agg(distinct organisation, ',') from dossier"));
        Assert.Equal((2L, 2), (await door.Count("vault.bsn"), await door.One("select taken from place where pillar = 1")));
        Assert.Equal("different:zussen op een adres", await door.One("select settled_as || ':' || settled_because from likely_duplicate"));
        Assert.Equal(1, await door.Count("journal.entry where act = 'DuplicateSettled' and actor = 'p1' and body is not null"));
        Assert.Contains("2 overgeslagen", (await door.Read("applications", Rows.File(Rows.Family(1, admitted), Rows.Family(2, admitted)))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cannot_take_a_place_that_is_gone_when_it_is_settled()
    {
        (string, string)[] admitted = [.. Known, ("besluit_2", "toegelaten"), ("besluit_2_op", "2022-03-05")];
        await door.Read("applications", Rows.File([Rows.Family(1, admitted), Rows.Family(2, admitted), .. Enumerable.Range(3, 99).Select(n => Rows.Family(n, admitted[5], admitted[6]))]));

        var settled = await Settle(DuplicateVerdict.Different, "een ander gezin");

        Assert.Equal(SettleOutcome.RowRefused, settled.Outcome);
        Assert.Contains("geen plaats meer in pijler 2", settled.Text, StringComparison.Ordinal);
        Assert.Equal(0, await door.Count("likely_duplicate where settled_as is not null"));
    }

    private async Task<IReadOnlyList<ComparedLine>> Lines() =>
        (await WaitingPair.Read(door.Database.Db(FileDoor.Today), Intaker, (Guid)(await door.One("select id from likely_duplicate"))!, CancellationToken.None))!.Lines;

    private async Task<SettleResult> Settle(DuplicateVerdict verdict, string? reason) =>
        await SettleDuplicate.Settle(door.Database.Db(FileDoor.Today), FileDoor.Library, Intaker, (Guid)(await door.One("select id from likely_duplicate"))!, verdict, reason);

    private static (string, string)[] Changes(string[] changes) => [.. changes.Select(c => (c.Split('=')[0], c.Split('=')[1]))];
}
