using Flex.Web.Api.Programme;
using Flex.Web.Data.Access;
using Flex.Web.Data.Accounts;
using Flex.Web.Data.Accounts.Providers;
using Flex.Web.Data.Families;
using Flex.Web.Data.Figures;
using Flex.Web.Data.Journal;
using Flex.Web.Data.Mail;
using Flex.Web.Data.Programmes;
using Flex.Web.Data;
using Flex.Web.Features.Accounts;
using Flex.Web.Features.Addresses;
using Flex.Web.Features.Applications;
using Flex.Web.Features.Assessments;
using Flex.Web.Features.Births;
using Flex.Web.Features.CareHours;
using Flex.Web.Features.Confidences;
using Flex.Web.Features.Confirmations;
using Flex.Web.Features.Consents;
using Flex.Web.Features.Contacts;
using Flex.Web.Features.Copies;
using Flex.Web.Features.Corrections;
using Flex.Web.Features.Decisions;
using Flex.Web.Features.Dossiers;
using Flex.Web.Features.DueDates;
using Flex.Web.Features.DryRuns;
using Flex.Web.Features.Emergencies;
using Flex.Web.Features.Ends;
using Flex.Web.Features.Factsheets;
using Flex.Web.Features.Families;
using Flex.Web.Features.FamilyLogs;
using Flex.Web.Features.Home;
using Flex.Web.Features.Identities;
using Flex.Web.Features.Imports;
using Flex.Web.Features.Kin;
using Flex.Web.Features.Messages;
using Flex.Web.Features.Months;
using Flex.Web.Features.Oversight;
using Flex.Web.Features.Relations;
using Flex.Web.Features.Resemblances;
using Flex.Web.Features.Rights;
using Flex.Web.Features.Searches;
using Flex.Web.Features.Questionnaires;
using Flex.Web.Features.PlaceKeeping;
using Flex.Web.Features.Plans;
using Flex.Web.Features.Sessions;
using Flex.Web.Features.Shields;
using Flex.Web.Features.Withholdings;
using Flex.Web.Features.WorkLists;
using Flex.Web.Guard;
using Flex.Web.Ui;
using Microsoft.AspNetCore.Authorization;

namespace Flex.Web;

/// <summary>What a site is served with.</summary>
/// <param name="Demo">Offers the personas and says loudly that it is a demonstration.</param>
internal sealed record SiteOptions(int Port, bool Demo, ProgrammeClock Clock)
{
    /// <summary>Where mail leaves; none unless it is set.</summary>
    public MailSettings Mail { get; init; } = MailSettings.None;

    /// <summary>Whether people reach the site over https: by its own certificate, or through a proxy that stands before it.</summary>
    public bool Https { get; init; }

    /// <summary>After how long without a request a session ends.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The certificate with which it serves https itself; none behind a proxy or on this machine only.</summary>
    public SiteTls? Tls { get; init; }

    /// <summary>Where a weakness can be reported; null when nobody said.</summary>
    public SecurityContact? Security { get; init; }

    /// <summary>The identity providers of organisations, through which their people sign in.</summary>
    public IReadOnlyList<IdentityProvider> Providers { get; init; } = [];

    /// <summary>The brokers through which families sign in, one per programme.</summary>
    public IReadOnlyList<FamilyBroker> Brokers { get; init; } = [];

    /// <summary>Where the technical log goes.</summary>
    public TextWriter Log { get; init; } = TextWriter.Null;
}

/// <summary>The site: its services and everything it answers, as a table of contents.</summary>
internal static class Site
{
    public static WebApplication Build(Installation installation, ProgrammeLibrary library, SiteOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot") });
        SiteHost.Configure(builder, installation, options);
        Services(builder.Services, installation, library, options);
        var app = builder.Build();
        SiteHost.Pipeline(app, options);
        Endpoints(app);
        return app;
    }

    private static void Services(IServiceCollection services, Installation installation, ProgrammeLibrary library, SiteOptions options)
    {
        services.AddSingleton(installation).AddSingleton(library).AddSingleton(options).AddSingleton(options.Clock).AddSingleton(options.Clock.Real);
        services.AddSingleton(new FlexDb(installation.App, installation.Keys, options.Clock));
        services.AddSingleton(new Sealer(installation.App, installation.Keys, installation.Heads, options.Clock.Real));
        services.AddHostedService<SealingService>();
        services.AddHostedService<PlaceService>();
        services.AddSingleton(options.Mail).AddSingleton<MailRound>().AddHostedService<MailService>();
        services.AddSingleton<FigureReader>();
        services.AddAuthorization(Policies.Register);
        services.AddSingleton<LiveSessions>();
        PasskeyDoor.Services(services, options);
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusedRoutes>();
        SignIn.Services(services, options);
        SignInAsFamily.Services(services, options);
        ApiV1.Services(services);
    }

    private static void Endpoints(WebApplication app)
    {
        Health.Map(app);
        SiteAssets.Map(app);
        ShowHome.Map(app);
        TellSecurityContact.Map(app);
        People(app);
        SignInWithOrganisation.Map(app);
        ApplyForFamily.Map(app);
        ProveAddress.Map(app);
        ApplyWithoutAccount.Map(app);
        ApplyForPillar.Map(app);
        ShowWorkList.Map(app);
        JudgeDuplicate.Map(app);
        SettleResemblance.Map(app);
        ListDossiers.Map(app);
        SearchFamilies.Map(app);
        BreakGlass.Map(app);
        SearchByNumber.Map(app);
        ListFactsheets.Map(app);
        ShowFactsheet.Map(app);
        CheckFactsheet.Map(app);
        ShowDryRun.Map(app);
        ApiV1.Map(app);
        ApplyByJson.Map(ApiV1.Group(app));
        DecideByJson.Map(ApiV1.Group(app));
        ShowDossier.Map(app);
        GiveAccess.Map(app);
        RecordConsent.Map(app);
        AnswerHandover.Map(app);
        TakeDecision.Map(app);
        AskOverride.Map(app);
        JudgeOverride.Map(app);
        KeepPlace.Map(app);
        ShowWaitingList.Map(app);
        ShowLetter.Map(app);
        AssessAgain.Map(app);
        ExplainClass.Map(app);
        Hours(app);
        RegisterBirth.Map(app);
        ConfirmFacts.Map(app);
        SaySafeContact.Map(app);
        CorrectDueDate.Map(app);
        CorrectMother.Map(app);
        ShowIdentity.Map(app);
        CheckIdentity.Map(app);
        SetNumber.Map(app);
        ShowNumber.Map(app);
        EndDossier.Map(app);
        ReopenDossier.Map(app);
        RestrictUse.Map(app);
        RightsAndLog(app);
        ShowMessages.Map(app);
        FillInQuestionnaire.Map(app);
        Family(app);
        app.MapFallback(() => Results.NotFound()).AllowAnonymous();
    }

    private static void Hours(WebApplication app)
    {
        RegisterHours.Map(app);
        ShowHours.Map(app);
        IndicateCare.Map(app);
        AskCover.Map(app);
        SettleContribution.Map(app);
        RegisterContact.Map(app);
        CorrectContact.Map(app);
        SettleHours.Map(app);
        ShowPlan.Map(app);
        AddGoal.Map(app);
        MakePlan.Map(app);
        BookHours.Map(app);
        ReviewPlan.Map(app);
        EndPlan.Map(app);
        JudgePlan.Map(app);
        ShowForecast.Map(app);
        SettleShift.Map(app);
        BringShifts.Map(app);
        CloseMonth.Map(app);
        OpenMonth.Map(app);
    }

    private static void RightsAndLog(WebApplication app)
    {
        AskErasure.Map(app);
        WriteNote.Map(app);
        ShieldAddress.Map(app);
        DeclareKin.Map(app);
        AskCopy.Map(app);
        ListRequests.Map(app);
        ShowFamilyLog.Map(app);
        AskWithholding.Map(app);
        JudgeWithholding.Map(app);
        ShowOversight.Map(app);
    }

    // The family's own door.
    private static void Family(WebApplication app)
    {
        InviteFamily.Map(app);
        EnterAsFamily.Map(app);
        ShowOwnPart.Map(app);
        SignInAsFamily.Map(app);
        ShowOwnRecord.Map(app);
        FillInAsFamily.Map(app);
        ConfirmHours.Map(app);
        LeaveAsFamily.Map(app);
        StayAsFamily.Map(app);
        ShowOwnCopy.Map(app);
        ShowOwnLog.Map(app);
    }

    // Coming in and going out.
    private static void People(WebApplication app)
    {
        SignIn.Map(app);
        TypeFactor.Map(app);
        SignOut.Map(app);
        SignInWithPasskey.Map(app);
        StaySignedIn.Map(app);
        ManageAccounts.Map(app);
        AcceptInvitation.Map(app);
        ShowOwnAccount.Map(app);
        ManagePasskeys.Map(app);
        ChangePassword.Map(app);
        RenewRecoveryCodes.Map(app);
    }
}
