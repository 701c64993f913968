using Flex.Domain.Dossiers;
using NpgsqlTypes;

namespace Flex.Web.Data.Tables;

/// <summary>Ends the period of a fact that changed and begins the next; two periods never overlap, and what was is kept.</summary>
internal static class FamilyPeriods
{
    public static void Change(Work work, Guid dossier, ConfirmedFacts facts)
    {
        if (facts.From is not { } from)
        {
            return;
        }

        foreach (var changed in facts.Changed)
        {
            work.Add($"update {TableOf(changed)} set during = daterange(lower(during), $2) where dossier_id = $1 and during @> $2::date", dossier, from);
            Begin(work, changed, dossier, from, facts);
        }
    }

    private static void Begin(Work work, string changed, Guid dossier, DateOnly from, ConfirmedFacts facts)
    {
        var now = facts.Now;
        switch (changed)
        {
            case FactsText.Home:
                work.Add("insert into residence (dossier_id, during, municipality, postcode, entry_id) values ($1, daterange($2, null), $3, $4, $5)",
                    dossier, from, Text(now.Municipality), Text(now.Postcode), work.EntryId);
                break;
            case FactsText.Insurance when now.Insurer is not null:
                work.Add("insert into insurance (dossier_id, during, insurer, concern, entry_id) values ($1, daterange($2, null), $3, $4, $5)",
                    dossier, from, now.Insurer, facts.Concern ?? "onbekend", work.EntryId);
                break;
            case FactsText.Provision when now.Provider is not null:
                work.Add("insert into provision (dossier_id, during, provider, entry_id) values ($1, daterange($2, null), $3, $4)", dossier, from, now.Provider, work.EntryId);
                break;
        }
    }

    private static string TableOf(string changed) => changed switch
    {
        FactsText.Home => "residence",
        FactsText.Insurance => "insurance",
        _ => "provision",
    };

    private static Npgsql.NpgsqlParameter Text(string? value) => Work.Optional(value, NpgsqlDbType.Text);
}

/// <summary>The sealed body of <see cref="Journal.Act.FactsConfirmed"/>.</summary>
internal sealed record FactsBody(string Occasion, FamilyFacts Before, ConfirmedFacts Facts);

/// <summary>The sealed body of <see cref="Journal.Act.ChangeJudged"/>.</summary>
internal sealed record ChangeJudgedBody(IReadOnlyList<string> Changed, string Because);
