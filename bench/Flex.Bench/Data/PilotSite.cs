using System.Net;
using Flex.Domain.Programmes;
using Flex.Web;
using Flex.Web.Commands;
using Flex.Web.Data.Programmes;
using Flex.Web.Data.Tables;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Flex.Bench.Data;

/// <summary>The real site on a free port with the pilot's dossiers, as the demonstration serves it.</summary>
internal sealed class PilotSite : IAsyncDisposable
{
    private readonly WebApplication site;

    private PilotSite(Database database, Programme pilot, WebApplication site) => (Database, Pilot, this.site) = (database, pilot, site);

    public Database Database { get; }

    public Programme Pilot { get; }

    private Uri Address => new(site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<PilotSite> Start(Cluster cluster)
    {
        var programmes = Path.Combine(AppContext.BaseDirectory, "programmes");
        var library = ProgrammeLibrary.Load(programmes, DateOnly.FromDateTime(DateTime.Today));
        var database = await cluster.Clone();
        await Places.Set(database.Db, library.Programmes.Values);
        await DemoData.Fill(new(database.Installation, library, database.Clock), programmes, TextWriter.Null, CancellationToken.None);
        var site = Site.Build(database.Installation, library, new SiteOptions(0, true, database.Clock));
        await site.StartAsync();
        return new(database, RoomyProgrammes.Pilot(library), site);
    }

    /// <summary>A browser that takes brotli and leaves it packed, signed in when a persona is named.</summary>
    public async Task<HttpClient> Visitor(string? persona = null)
    {
        var http = persona is null
            ? new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address }
            : await RunningSite.SignIn(Address, persona);
        http.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        return http;
    }

    public async ValueTask DisposeAsync()
    {
        await site.StopAsync();
        await site.DisposeAsync();
        await Database.DisposeAsync();
    }
}
