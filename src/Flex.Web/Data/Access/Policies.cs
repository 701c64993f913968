using Microsoft.AspNetCore.Authorization;

namespace Flex.Web.Data.Access;

/// <summary>Who may do what: one table, deny by default. (The full matrix of roles and data classes comes with its own issue.)</summary>
internal static class Policies
{
    public const string Apply = "aanmelden";
    public const string UseBsn = "bsn-gebruiken";
    public const string SeeIdentity = "identiteit zien en vastleggen";
    public const string SeeDossiers = "dossiers zien";
    public const string Assess = "wegen";
    public const string SeeWork = "werk zien";
    public const string SeeOpenWork = "openstaand werk van een dossier zien";
    public const string ReadRequest = "hulpvraag lezen";
    public const string Decide = "besluiten";
    public const string JudgeOverride = "afwijkend besluit beoordelen";
    public const string RegisterCare = "uren vastleggen";
    public const string SeeHours = "uren en wie ze betaalt zien";
    public const string Indicate = "uren indiceren";
    public const string SettleHours = "betwiste uren beoordelen";
    public const string MakePlan = "plan maken";
    public const string SeeForecast = "vooruitblik zien";
    public const string BringShifts = "diensten inlezen";
    public const string CloseMonths = "maanden sluiten";
    public const string RegisterBirth = "geboorte vastleggen";
    public const string ConfirmFacts = "gegevens bevestigen";
    public const string CorrectMother = "gegevens verbeteren";
    public const string JudgeChange = "wijziging beoordelen";
    public const string EndDossier = "dossier afsluiten";
    public const string FillIn = "vragenlijst invullen";
    public const string RecordConsent = "toestemming vastleggen";
    public const string GiveAccess = "betrokkenen bijhouden";
    public const string TakeOver = "overdracht aannemen";
    public const string BreakGlass = "noodknop";
    public const string SeeFigures = "cijfers zien";
    public const string KeepRights = "verzoeken van gezinnen behandelen";
    public const string ReviewCopy = "afschrift beoordelen";
    public const string ManageAccounts = "accounts beheren";
    public const string ShowLog = "met het gezin zien wie keek";
    public const string Oversee = "toezicht houden";
    public const string InviteFamily = "gezin binnenlaten";
    public const string Confide = "vertrouwelijke notities schrijven en lezen";
    public const string ShowAddress = "afgeschermd adres zien";
    public const string OwnPart = "eigen deel zien";

    private static readonly Dictionary<string, string[]> Table = new(StringComparer.Ordinal)
    {
        [Apply] = [Roles.Verloskundige, Roles.Jgz, Roles.Intaker, Roles.Coordinator],
        // Care providers only; who else may apply later, may not.
        [UseBsn] = [Roles.Verloskundige, Roles.Jgz, Roles.Intaker, Roles.Coordinator],
        // The law lets care providers use a BSN, and no municipality, programme office, insurer or researcher.
        [SeeIdentity] = [Roles.Verloskundige, Roles.Jgz, Roles.Intaker, Roles.Coordinator, Roles.Kraamverzorgende],
        [SeeDossiers] = [Roles.Verloskundige, Roles.Intaker, Roles.Coordinator, Roles.Kraamverzorgende, Roles.Jgz],
        [Assess] = [Roles.Verloskundige, Roles.Jgz, Roles.Intaker, Roles.Coordinator],
        [SeeWork] = [Roles.Verloskundige, Roles.Intaker, Roles.Coordinator, Roles.Kraamverzorgende, Roles.Jgz, Roles.Programmabureau],
        // Not who applies and does not decide: work that is missing tells too.
        [SeeOpenWork] = [Roles.Intaker, Roles.Coordinator, Roles.Kraamverzorgende],
        // The family's own words about what is hard: for who decides and who gives the care.
        [ReadRequest] = [Roles.Intaker, Roles.Coordinator, Roles.Kraamverzorgende],
        [Decide] = [Roles.Intaker, Roles.Coordinator],
        [JudgeOverride] = [Roles.Programmabureau],
        [RegisterCare] = [Roles.Kraamverzorgende, Roles.Coordinator],
        [SeeHours] = [Roles.Intaker, Roles.Coordinator, Roles.Kraamverzorgende],
        [Indicate] = [Roles.Intaker, Roles.Coordinator],
        [SettleHours] = [Roles.Coordinator],
        [MakePlan] = [Roles.Intaker, Roles.Coordinator, Roles.Kraamverzorgende],
        [SeeForecast] = [Roles.Coordinator],
        [BringShifts] = [Roles.Coordinator],
        [CloseMonths] = [Roles.Coordinator],
        [RegisterBirth] = [Roles.Verloskundige, Roles.Kraamverzorgende, Roles.Intaker, Roles.Coordinator],
        [ConfirmFacts] = [Roles.Verloskundige, Roles.Kraamverzorgende, Roles.Intaker, Roles.Coordinator],
        [CorrectMother] = [Roles.Verloskundige, Roles.Kraamverzorgende, Roles.Intaker, Roles.Coordinator],
        [JudgeChange] = [Roles.Coordinator],
        [EndDossier] = [Roles.Intaker, Roles.Coordinator],
        // With the family, and never who decides about a place: a list holds answers that a decision may not rest on.
        [FillIn] = [Roles.Verloskundige, Roles.Kraamverzorgende, Roles.Jgz],
        [RecordConsent] = [Roles.Verloskundige, Roles.Kraamverzorgende, Roles.Intaker, Roles.Coordinator],
        [GiveAccess] = [Roles.Intaker, Roles.Coordinator],
        [TakeOver] = [Roles.Jgz],
        [BreakGlass] = [Roles.Verloskundige, Roles.Intaker, Roles.Coordinator, Roles.Kraamverzorgende, Roles.Jgz],
        [SeeFigures] = [.. Roles.All.Select(r => r.Code).Where(r => r is not (Roles.Gezin or Roles.Beheerder))],
        // Who keeps the record.
        [KeepRights] = [Roles.Intaker, Roles.Coordinator],
        // Who keeps the record; of the answers to questionnaires who fills them in with the family and decides nothing.
        [ReviewCopy] = [Roles.Intaker, Roles.Coordinator, Roles.Kraamverzorgende],
        [ManageAccounts] = [Roles.Beheerder],
        // With the family, on the professional's device; alone no professional sees the log.
        [ShowLog] = [Roles.Coordinator],
        [Oversee] = [Roles.Privacy],
        [InviteFamily] = [Roles.Verloskundige, Roles.Kraamverzorgende, Roles.Jgz, Roles.Intaker, Roles.Coordinator],
        // Every discipline has its own (Flex.Domain/Trust/Confidentiality).
        [Confide] = [Roles.Verloskundige, Roles.Intaker, Roles.Coordinator, Roles.Kraamverzorgende, Roles.Jgz],
        // Who comes to the family, through the care only (Flex.Domain/Trust/AddressShield).
        [ShowAddress] = [Roles.Kraamverzorgende],
        // By a visit of the family's own door only: no persona and no account comes in with this role.
        [OwnPart] = [Roles.Gezin],
    };

    /// <summary>Says whether a role may.</summary>
    public static bool May(string? role, string policy) => role is not null && Table[policy].Contains(role);

    /// <summary>Whether a role signs in with a second factor: everybody but who sees figures only. An account with a password always has one.</summary>
    public static bool NeedsSecondFactor(string role) => role is not (Roles.Gemeente or Roles.Verzekeraar or Roles.Onderzoeker);

    /// <summary>Makes the table known to the framework; what names no policy asks for a signed-in user.</summary>
    public static void Register(AuthorizationOptions options)
    {
        foreach (var (policy, roles) in Table)
        {
            options.AddPolicy(policy, p => (policy == OwnPart ? p.AddAuthenticationSchemes(Families.FamilyDoor.Scheme) : p).RequireRole(roles));
        }

        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
    }
}
