namespace Flex.Web.Data;

/// <summary>Who applied for a pillar, and where that person hears that something changed.</summary>
/// <param name="Kind">A code of <see cref="Domain.Dossiers.ApplicationCodes.Applicants"/>.</param>
/// <param name="Mail">Null when no notice is wanted, or nobody asked.</param>
public sealed record PillarApplicant(string Kind, string? Name, string? Mail, bool NoNotice, string Channel)
{
    /// <summary>Who applied for a pillar: who asked for it later, or else who applied for the family.</summary>
    public static PillarApplicant Of(DossierRecord record, int pillar) => record.Life.Applications.FirstOrDefault(a => a.Pillar == pillar) is { } later ? Of(later) : First(record);

    /// <summary>Everybody who applied in this dossier, the first first.</summary>
    public static IEnumerable<PillarApplicant> All(DossierRecord record) => record.Life.Applications.Select(Of).Prepend(First(record));

    private static PillarApplicant First(DossierRecord record) =>
        new(record.Head.Applicant, record.Head.Said.ApplicantName, record.Head.ApplicantMail, record.Head.Said.NoNotice, record.Head.Channel);

    private static PillarApplicant Of(PillarApplicationLine line) => new(line.Applicant, line.ApplicantName, line.ApplicantMail, line.NoNotice, line.Channel);
}
