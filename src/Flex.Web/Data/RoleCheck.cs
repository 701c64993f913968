namespace Flex.Web.Data;

/// <summary>Refuses to serve when the application's role could step around the rules that the database keeps.</summary>
internal static class RoleCheck
{
    private const string Owns = "select exists (select from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = current_user and c.relkind in ('r', 'p', 'v'))";
    private const string Bypasses = "select rolsuper or rolbypassrls from pg_roles where rolname = current_user";

    public static async Task Run(Installation installation)
    {
        foreach (var (question, refusal) in new[]
        {
            (Owns, "De rol van de toepassing bezit tabellen; geef haar een rol die niets bezit (flex_app)."),
            (Bypasses, "De rol van de toepassing omzeilt de rijbeveiliging; haal SUPERUSER en BYPASSRLS eraf."),
        })
        {
            await using var command = installation.App.CreateCommand(question);
            if ((bool)(await command.ExecuteScalarAsync())!)
            {
                throw new RefusedException(refusal);
            }
        }
    }

    /// <summary>Refuses to serve with a key file of before the last rotation: the database would refuse everything, and nobody would know why.</summary>
    public static async Task Keys(Installation installation)
    {
        await using var command = installation.App.CreateCommand("select last_value::int from vault.key_epoch");
        if ((int)(await command.ExecuteScalarAsync())! > installation.Keys.Epoch)
        {
            throw new RefusedException($"Het sleutelbestand {Journal.KeyFile.PathIn(installation.Folder.Keys)} is ouder dan de database. Zet de kopie van de map keys terug die na de laatste `flex keys rotate` is gemaakt, en start opnieuw.");
        }
    }
}

/// <summary>The work is refused with a reason for a person: printed as one sentence, exit code 1.</summary>
internal sealed class RefusedException(string message) : Exception(message);
