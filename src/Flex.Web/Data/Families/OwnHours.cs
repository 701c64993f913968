using Flex.Domain.CareHours;
using Flex.Web.Data.Journal;
using NpgsqlTypes;

namespace Flex.Web.Data.Families;

/// <summary>One contact as the family would recognise it, with what she said of it last.</summary>
public sealed record OwnContact(Guid Id, DateTimeOffset Began, int Quarters, string Caregiver, bool? Agrees, string? Because, bool Settled);

/// <summary>The hours of a family that lie before her on the device of a professional.</summary>
internal static class OwnHours
{
    /// <summary>What is laid before her, in the place of a list.</summary>
    public const string Form = "uren";

    /// <summary>Reads them in a visit; none when they were not laid before her.</summary>
    public static async Task<IReadOnlyList<OwnContact>> Read(Work work, CancellationToken stop)
    {
        await work.Send(stop);
        work.Add("select * from family_contacts()");
        await using var row = await work.Read(stop);
        var all = new List<OwnContact>();
        while (await row.ReadAsync(stop))
        {
            all.Add(new(row.GetGuid(0), row.GetFieldValue<DateTimeOffset>(1), row.GetInt32(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetBoolean(4), row.IsDBNull(5) ? null : row.GetString(5), row.GetBoolean(6)));
        }

        return all;
    }

    /// <summary>Adds what she says of one contact to an act.</summary>
    public static void Say(FamilyInHand hand, Guid act, OwnContact contact, HoursSaid said)
    {
        var work = hand.Work;
        work.Journal(Act.HoursAnswered, hand.Key, new HoursAnsweredBody(contact.Began, contact.Quarters, said.Agrees, said.Because));
        work.Add("insert into hours_answer (id, dossier_id, contact_id, visit_id, agrees, because, said_on, said_by, entry_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            act, hand.Visit.Dossier, contact.Id, hand.Visit.Id, said.Agrees, Work.Optional(said.Because, NpgsqlDbType.Text), work.Clock.Today, work.Actor.Name, work.EntryId);
    }
}

/// <summary>The sealed body of <see cref="Act.HoursAnswered"/>.</summary>
internal sealed record HoursAnsweredBody(DateTimeOffset Began, int Quarters, bool Agrees, string? Because);
