using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Flex.Bench.Data;
using Flex.Bench.Running;
using Flex.Domain.Dossiers;
using Flex.Web.Data.Access;
using Flex.Web.Data.Cluster;
using Flex.Web.Data.Journal;
using Flex.Web.Features.Applications;
using Flex.Web.Features.Decisions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Primitives;
using Npgsql;

namespace Flex.Bench;

/// <summary>
/// Apply and decide as JSON by eight people who signed in once, against a bare endpoint in the same process that sends the same statements
/// (recorded from the product, for another family each time), and against pgbench -M prepared on them. The form journey is reported.
/// </summary>
internal static partial class Acts
{
    private const int Clients = 8;

    public static async Task<IReadOnlyList<Row>> Run(Settings settings)
    {
        await using var cluster = await Cluster.Start();
        await using var bench = await Bench.Make(cluster);
        var seconds = settings.Quick ? 1.5 : 4.0;
        await bench.Warm();
        var bare = await Rounds.Run(settings.Rounds, () => Rate(seconds, bench.ByJson), () => Rate(seconds, bench.Bare));
        var script = await Rounds.Run(settings.Rounds, () => Rate(seconds, bench.ByJson), () => bench.PgBench(seconds));
        var form = await Rounds.Run(settings.Rounds, () => Rate(seconds, bench.ByForm), () => Rate(seconds, bench.ByJson));
        return
        [
            Line("apply + decide, bare", "a bare Npgsql endpoint with the same statements, journeys/s", bare, Bound.Least(0.5)),
            Line("apply + decide, pgbench", "pgbench -M prepared on the same statements, journeys/s", script, Bound.Least(0.3)),
            Line("apply + decide by form", "as JSON, journeys/s", form, null) with { A = "as form and page, journeys/s" },
        ];

        static Row Line(string name, string b, Rounds rounds, Bound? bound) =>
            new(name, "as JSON, journeys/s", b, rounds.Ratio, bound, $"{Table.Number(rounds.MedianA)} against {Table.Number(rounds.MedianB)} journeys/s, {Clients} clients");
    }

    private static async Task<double> Rate(double seconds, Func<int, Task> journey)
    {
        var (start, end) = (Stopwatch.GetTimestamp(), TimeSpan.FromSeconds(seconds));
        var done = await Task.WhenAll(Enumerable.Range(0, Clients).Select(async client =>
        {
            var count = 0;
            while (Stopwatch.GetElapsedTime(start) < end)
            {
                await journey(client);
                count++;
            }

            return count;
        }));
        return done.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private sealed class Bench(Database database, RoomyProgrammes programmes, RunningSite site, WebApplication bare, string script) : IAsyncDisposable
    {
        private readonly HttpClient plain = new() { BaseAddress = Address(bare) };
        private HttpClient[] clients = [];
        private string[] forms = [];

        public static async Task<Bench> Make(Cluster cluster)
        {
            var programmes = RoomyProgrammes.In(cluster.Files);
            var database = await cluster.Clone();
            await Web.Data.Tables.Places.Set(database.Db, programmes.Library.Programmes.Values);
            var (recorded, apply, decide) = await Record(database, programmes);
            var script = Path.Combine(cluster.Files, "journey.sql");
            await File.WriteAllTextAsync(script, SameStatements.Script(recorded, apply, decide));
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
            var bare = await BareSite(database.Installation.App, recorded, apply, decide);
            var made = new Bench(database, programmes, await RunningSite.Start(database, programmes.Library), bare, script);
            made.clients = [.. Enumerable.Range(1, Clients).Select(n => made.Site.SignInAs(Roles.Intaker, n))];
            foreach (var client in made.clients)
            {
                var session = await client.GetFromJsonAsync<JsonElement>("/api/v1/session");
                client.DefaultRequestHeaders.Add(session.GetProperty("header").GetString()!, session.GetProperty("token").GetString());
            }

            made.forms = await Task.WhenAll(made.clients.Select(c => RunningSite.Token(c, "/zoeken")));
            return made;
        }

        private RunningSite Site => site;

        public async Task Warm()
        {
            await Task.WhenAll(ByJson(0), Bare(1), ByForm(2));
            await PgBench(1);
        }

        public async Task ByJson(int client)
        {
            using var applied = await clients[client].PostAsJsonAsync("/api/v1/applications", Journey.New().Application(programmes.Programme, database.Clock.Today));
            var dossier = (await Must(applied, HttpStatusCode.Created).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("dossier").GetGuid();
            using var decided = await clients[client].PostAsJsonAsync($"/api/v1/dossiers/{dossier}/decisions", Journey.Decision());
            Must(decided, HttpStatusCode.Created);
        }

        public async Task ByForm(int client)
        {
            using var applied = await Post(client, "/aanmelden", Journey.New().Application(programmes.Programme, database.Clock.Today));
            var dossier = Must(applied, HttpStatusCode.SeeOther).Headers.Location!.OriginalString;
            using var decided = await Post(client, dossier + "/besluit/1", Journey.Decision());
            Must(decided, HttpStatusCode.Redirect, HttpStatusCode.SeeOther);
        }

        public async Task Bare(int client)
        {
            var journey = Journey.New();
            using var applied = await plain.PostAsJsonAsync($"/apply/{client}/{journey.Act}", journey.Application(programmes.Programme, database.Clock.Today));
            Must(applied, HttpStatusCode.OK);
            using var decided = await plain.PostAsJsonAsync($"/decide/{journey.Act}", Journey.Decision());
            Must(decided, HttpStatusCode.OK);
        }

        public async Task<double> PgBench(double seconds)
        {
            var server = new NpgsqlConnectionStringBuilder(database.Installation.Connections.App);
            var said = await Tool.Run("/usr/bin/env", "PGOPTIONS=", Directory.GetDirectories("/usr/lib/postgresql").Max(StringComparer.Ordinal) + "/bin/pgbench", "-n", "-M", "prepared", "-c", $"{Clients}", "-j", "2",
                "-T", Math.Ceiling(seconds).ToString(CultureInfo.InvariantCulture), "-f", script, "-h", server.Host!, "-U", server.Username!, server.Database!);
            return double.Parse(Tps().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
        }

        public async ValueTask DisposeAsync()
        {
            plain.Dispose();
            Array.ForEach(clients, c => c.Dispose());
            await bare.DisposeAsync();
            await site.DisposeAsync();
            await database.DisposeAsync();
        }

        private async Task<HttpResponseMessage> Post(int client, string path, Dictionary<string, object> fields)
        {
            using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Key, (string)f.Value)).Append(KeyValuePair.Create("__RequestVerificationToken", forms[client])));
            return await clients[client].PostAsync(path, form);
        }

        private static HttpResponseMessage Must(HttpResponseMessage answer, params HttpStatusCode[] expected) =>
            expected.Contains(answer.StatusCode) ? answer : throw new InvalidOperationException($"{answer.RequestMessage!.RequestUri!.AbsolutePath} answered {answer.StatusCode}: {answer.Content.ReadAsStringAsync().Result}");
    }

    private static async Task<(Journey Of, Sent Apply, Sent Decide)> Record(Database database, RoomyProgrammes programmes)
    {
        using var sent = new SentStatements();
        var (actor, journey, factors) = (new Actor("demo:intaker", "Demo intaker", Roles.Intaker, "bench"), Journey.New(), programmes.Library.National.Factors);
        await using var source = sent.Source(database.Installation.Connections.App);
        var db = new Web.Data.FlexDb(source, database.Installation.Keys, database.Clock);
        var form = ApplicationForm.Posted(actor, Fields(journey.Application(programmes.Programme, database.Clock.Today)), database.Clock);
        var read = new FieldReader(name => form.Said(name, factors), database.Clock.Today);
        var application = ApplicationText.Parse(read, programmes.Programme, programmes.Library.National) ?? throw new InvalidOperationException(string.Join('\n', read.Problems));
        var dossier = Guid.Empty;
        var apply = await sent.Of(async () => dossier = (await new NewApplication(programmes.Programme, factors, form, application).Store(db, actor, CancellationToken.None)).Dossier!.Value);
        var decide = await sent.Of(async () =>
        {
            var form = DecisionForm.Read(Fields(Journey.Decision()), database.Clock);
            var answer = await TakeDecision.Decide(db, programmes.Library, actor, (dossier, 1), form, CancellationToken.None);
            _ = answer is { Stored: true } ? 0 : throw new InvalidOperationException($"Not decided; the rule says {answer?.Desk.Facts.Proposal}: {answer?.Refusal} {string.Join(' ', answer?.Desk.Errors(form) ?? [])}");
        });
        return (journey, apply, decide);
    }

    private static FormCollection Fields(Dictionary<string, object> fields) => new(fields.ToDictionary(f => f.Key, f => new StringValues((string)f.Value), StringComparer.Ordinal));

    private static async Task<WebApplication> BareSite(NpgsqlDataSource source, Journey recorded, Sent apply, Sent decide)
    {
        var begun = new System.Collections.Concurrent.ConcurrentDictionary<Guid, SameStatements>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Use(async (http, next) =>
        {
            try
            {
                await next(http);
            }
            catch (NpgsqlException failed)
            {
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
                await http.Response.WriteAsync(failed.Message + (failed as PostgresException)?.Where + failed.BatchCommand?.CommandText);
            }
        });
        app.MapPost("/apply/{client:int}/{act:guid}", async (int client, Guid act, HttpRequest request) =>
        {
            _ = await request.ReadFromJsonAsync<JsonElement>();
            await begun.GetOrAdd(act, _ => new(recorded, Journey.New(), client)).Run(source, apply);
            return Results.Ok();
        });
        app.MapPost("/decide/{act:guid}", async (Guid act, HttpRequest request) =>
        {
            _ = await request.ReadFromJsonAsync<JsonElement>();
            await (begun.TryRemove(act, out var same) ? same : throw new InvalidOperationException("Applied for first.")).Run(source, decide);
            return Results.Ok();
        });
        await app.StartAsync();
        return app;
    }

    private static Uri Address(WebApplication app) => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    [GeneratedRegex(@"tps = ([\d.]+)")]
    private static partial Regex Tps();
}
