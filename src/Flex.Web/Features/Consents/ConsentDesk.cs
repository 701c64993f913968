using Flex.Domain.Consents;
using Flex.Domain.Programmes;
using Flex.Web.Data;
using Flex.Web.Data.Access;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Programmes;

namespace Flex.Web.Features.Consents;

/// <summary>The answers of one family about consent, the texts that can be read to it, and whether whoever looks may write an answer down.</summary>
public sealed record ConsentDesk(DossierRecord Record, ProgrammeNames Names, IReadOnlyList<ConsentTextVersion> Texts, bool MayRecord, DateOnly Day)
{
    // Partners that are no care provider are not told of one family, whatever it agrees to (standards.md §3.4).
    private static readonly string[] CareRoles = ["kraamzorg", "verloskunde", "jgz"];

    /// <summary>The organisations with which can be shared.</summary>
    public IReadOnlyList<AnswerOption> Parties => [.. Names.Programme.Partners.Where(p => p.Roles.Any(CareRoles.Contains)).Select(p => new AnswerOption(p.Code, p.Name))];

    /// <summary>Answers about one consent, newest first.</summary>
    public IEnumerable<ConsentLine> Of(string subject) => Record.Life.Consents.Reverse().Where(c => c.Subject == subject);

    /// <summary>Whether an answer was followed by another to the same question.</summary>
    public bool IsEarlier(ConsentLine line) => !ReferenceEquals(Record.Life.Consents.Last(c => c.Said.Question == line.Said.Question), line);

    /// <summary>An organisation in words.</summary>
    public string NameOf(string? party) => party is null ? "" : Names.Organisation(party) ?? party;

    /// <summary>What can be answered: of a dossier that ended only that a yes is taken back, and nothing where none holds.</summary>
    public IReadOnlyList<AnswerOption> Answers => Record.Life.End is null ? ConsentCodes.Answers
        : [.. ConsentCodes.Answers.Where(a => a.Code == ConsentCodes.Withdrawn && Record.Life.Consents.Any(c => c.Answer == ConsentCodes.Yes && !IsEarlier(c)))];

    internal ConsentContext Context => new(Texts, Parties, Record.Head.Said.Authority is not null, Record.Life.Consent, Record.Life.End is not null);

    internal static ConsentDesk Of(DossierRecord record, Actor actor, ProgrammeLibrary library, ProgrammeClock clock) => new(
        record, new ProgrammeNames(library.Programmes[record.Head.Programme], library.National), library.National.Consents,
        Policies.May(actor.Role, Policies.RecordConsent) && !record.Head.OnlyLooks, DossierFacts.DayOf(record, clock));
}
