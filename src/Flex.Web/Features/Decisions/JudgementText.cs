using Flex.Web.Data;
using Flex.Web.Data.Journal;
using Flex.Web.Ui;

namespace Flex.Web.Features.Decisions;

/// <summary>Why a judgement was not stored, in Dutch.</summary>
internal static class JudgementText
{
    private const string Title = "Uw oordeel is niet opgeslagen";

    /// <summary>What the override itself says against it.</summary>
    public static FormNotice Stopped(OverrideCase found, Actor actor) => found.State switch
    {
        "wacht" when !found.MayBeJudgedBy(actor) => Of(Refusal.MayNotJudge, found.Pillar),
        "wacht" => new(Title, "De feiten veranderden terwijl u dit verzoek open had. Hieronder staat wat er vandaag geldt. Lees dat en geef uw oordeel opnieuw; wat u had ingevuld staat er nog."),
        "ingetrokken" => new(Title, "Dit verzoek is ingetrokken: het dossier is afgesloten of er is op een andere manier besloten."),
        _ => new(Title, $"{found.JudgedBy} heeft dit op {(found.JudgedOn is { } on ? Dutch.Date(on) : "een andere dag")} al {found.State}. Wat u had ingevuld staat hieronder nog."),
    };

    /// <summary>What the database refused.</summary>
    public static FormNotice Of(Refusal refusal, int pillar) => refusal switch
    {
        Refusal.NoPlaceLeft => new(Title, $"Er is geen plaats meer in pijler {pillar}. Er is niets veranderd; het verzoek wacht nog. Keur het af, of wacht tot er een plaats vrijkomt."),
        Refusal.DossierEnded => new(Title, "Het dossier is intussen afgesloten. Er is niets veranderd."),
        Refusal.AlreadyDecided or Refusal.AlreadyRegistered or Refusal.DoubtFirst or Refusal.NothingWritten => new(Title, "Over dit gezin is intussen op een andere manier besloten. Er is niets veranderd."),
        Refusal.AlreadyCounted => new(Title, "Dit formulier was al verstuurd. Open het verzoek opnieuw."),
        Refusal.MayNotJudge => new(Title, "U mag dit niet beoordelen: u hebt het zelf gevraagd, of u werkt bij de organisatie die de zorg betaald krijgt."),
    };
}
