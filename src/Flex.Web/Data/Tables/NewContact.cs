using Flex.Domain.CareHours;
using NpgsqlTypes;

namespace Flex.Web.Data.Tables;

/// <summary>A contact, or the correction of one, that is about to be written; its id is the act.</summary>
/// <param name="Because">Why it was corrected; null for a contact of its own.</param>
internal sealed record NewContact(Guid Id, Guid Dossier, GivenContact Given, Guid? Replaces, string Caregiver, string Carer, string? Because)
{
    /// <summary>What the journal keeps, sealed.</summary>
    public ContactBody Body => new(Id, Replaces, Given.From.Start, Given.Length.Count, Given.Setting, Given.Done, Given.Note, Given.Signal, Caregiver, Because);

    /// <param name="entry">The journal line of this contact, where one unit of work has more; null for its first.</param>
    public void Add(Work work, Guid? entry = null) => work.Add(
        """
        insert into care_contact (id, dossier_id, replaces, began, quarters, setting, done, note, signal, together, caregiver, carer, because, registered_on, registered_by, entry_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
        """,
        Id, Dossier, Work.Optional(Replaces, NpgsqlDbType.Uuid), Given.From.Start, Given.Length.Count, Given.Setting, Given.Done.ToArray(), Work.Optional(Given.Note, NpgsqlDbType.Text),
        Work.Optional(Given.Signal, NpgsqlDbType.Text), Given.Together, Caregiver, Carer, Work.Optional(Because, NpgsqlDbType.Text), work.Clock.Today, work.Actor.Name, entry ?? work.EntryId);
}

/// <summary>The sealed body of <see cref="Journal.Act.ContactRegistered"/> and <see cref="Journal.Act.ContactCorrected"/>; no quarters take back.</summary>
internal sealed record ContactBody(Guid Id, Guid? Replaces, DateTimeOffset Began, int Quarters, string Setting, IReadOnlyList<string> Done, string? Note, string? Signal, string Caregiver, string? Because);
