using Flex.Domain.Corrections;
using Flex.Domain.Names;
using NpgsqlTypes;

namespace Flex.Web.Data.Tables;

/// <summary>Writes a correction of the mother: her row, by what she is found and where she lives; the database refuses when it is not what was known any more.</summary>
internal sealed record NewCorrection(Guid Act, DossierHead Known, PeriodLine? Home, CorrectedMother Said)
{
    /// <param name="day">The day on which the period holds that is mended.</param>
    public void Add(Work work, DateOnly day)
    {
        var (now, parts) = (Said.Now, NameKey.Parts(Said.Now.Name));
        work.Add("select correct_mother($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
            Known.Id, Work.Optional(Known.MotherAct, NpgsqlDbType.Uuid), Act, now.Name, NameKey.Of(now.Name), parts.ToArray(), parts.Select(NameSound.Of).ToArray(),
            Work.Optional(now.Born, NpgsqlDbType.Date), Text(Home?.Detail is null ? now.Postcode : Known.Postcode), Text(now.HouseNumber), Text(now.Telephone), Text(now.Language),
            Work.Optional(now.Interpreter, NpgsqlDbType.Boolean), work.EntryId);
        // What was checked of who she is was another name or day of birth.
        if (Said.Has(CorrectionText.NameField) || Said.Has(CorrectionText.BornField))
        {
            work.Add("update mother set identity_since = $2 where dossier_id = $1 and act_id = $3", Known.Id, work.EntryId, Act);
        }

        if (Said.Has(CorrectionText.MunicipalityField) || (Home?.Detail is not null && Said.Has(CorrectionText.PostcodeField)))
        {
            work.Add("select correct_residence($1, $2, $3, $4, $5, $6, $7)",
                Known.Id, day, Known.ReceivedOn, Text(Home?.Value), Text(now.Municipality), Text(Home?.Detail is null ? null : now.Postcode), work.EntryId);
        }
    }

    private static Npgsql.NpgsqlParameter Text(string? value) => Work.Optional(value, NpgsqlDbType.Text);
}

/// <summary>The sealed body of <see cref="Journal.Act.MotherCorrected"/>: what stood there, what stands there now, where it comes from and why.</summary>
internal sealed record CorrectionBody(IReadOnlyList<CorrectedField> Changes, string Source, string Because);
