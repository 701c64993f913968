using AngleSharp.Html.Dom;
using Flex.Web.Data.Access;
using Flex.Web.Tests.Support;
using Flex.Web.Tests.Ui;
using Flex.Web.Ui;
using Flex.Web.Ui.Charts;
using Microsoft.Playwright;
using Npgsql;

namespace Flex.Web.Tests.Trust;

/// <summary>
/// Script as text in every field of every form (Trust/SentForms has them all, or fails), stored, and then every page that shows it, opened in a real browser
/// that does not heed the content security policy: what would run, runs.
/// </summary>
public sealed class Markup_in_every_field(TestCluster cluster, HeedlessBrowser chromium) : IClassFixture<HeedlessBrowser>
{
    private const string Mark = "kanarie7";

    // Out of an attribute with either quote, out of a text area and a title, as an element, in SVG, and as an address.
    private static readonly string[] Markup =
    [
        $"{Mark}\"'></textarea></title><svg onload=window.fired=1></svg><img src=x onerror=window.fired=1><script>window.fired=1</script>",
        $"{Mark}\"'><svg onload=fired=1>",
        $"javascript:fired=1//{Mark}",
    ];

    // The forms that keep what was typed in a text field; the others keep nothing of it or have none.
    private static readonly string[] Keeps =
    [
        "POST /aanmelden", "POST /aanmelden/zonder-account/formulier", "POST /dossiers/{id:guid}/besluit/{pillar:int}", "POST /werk/afwijking/{id:guid}", "POST /dossiers/{id:guid}/plaats/{pillar:int}",
        "POST /beheer/accounts", "POST /dossiers/{id:guid}/beoordeling", "POST /dossiers/{id:guid}/afwijken/{pillar:int}", "POST /dossiers/{id:guid}/uren", "POST /dossiers/{id:guid}/zorg/indicatie", "POST /dossiers/{id:guid}/zorg/verzekering", "POST /dossiers/{id:guid}/zorg/bijdrage", "POST /dossiers/{id:guid}/zorg/contact/{contact:guid}/oordeel", "POST /dossiers/{id:guid}/zorg/verschil/{shift:guid}", "POST /maanden/open", "POST /gezin/uren/{contact:guid}", "POST /dossiers/{id:guid}/plan/doel", "POST /dossiers/{id:guid}/plan/uren", "POST /dossiers/{id:guid}/plan/boeking", "POST /dossiers/{id:guid}/plan/evaluatie", "POST /dossiers/{id:guid}/plan/einde", "POST /werk/plan/{id:guid}", "POST /dossiers/{id:guid}/zorg/contact", "POST /dossiers/{id:guid}/zorg/contact/{contact:guid}", "POST /dossiers/{id:guid}/gegevens", "POST /dossiers/{id:guid}/gegevens/oordeel",
        "POST /dossiers/{id:guid}/pijler/{pillar:int}", "POST /dossiers/{id:guid}/bereiken", "POST /dossiers/{id:guid}/toestemming", "POST /dossiers/{id:guid}/uitgerekend", "POST /dossiers/{id:guid}/verbeteren", "POST /dossiers/{id:guid}/verklaring", "POST /dossiers/{id:guid}/adres", "POST /dossiers/{id:guid}/vertrouwelijk", "POST /dossiers/{id:guid}/vertrouwelijk/delen", "POST /dossiers/{id:guid}/afschrift", "POST /dossiers/{id:guid}/einde", "POST /dossiers/{id:guid}/heropenen", "POST /dossiers/{id:guid}/beperken", "POST /dossiers/{id:guid}/beperken/opheffen", "POST /dossiers/{id:guid}/vernietigen", "POST /dossiers/{id:guid}/vernietigen/besluit", "POST /werk/lijkt-op/{id:guid}",
    ];


    // What must be chosen for a text to be taken.
    private static readonly Dictionary<string, (string, string)> Chosen = new(StringComparer.Ordinal) { ["POST /dossiers/{id:guid}/beoordeling"] = ("klasse", "kwetsbaar") };

    public static TheoryData<string> Forms => [.. SentForms.All.Keys];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Is_text_on_every_page_that_shows_it(string route)
    {
        await using var app = await App.Start(cluster);
        var form = SentForms.All[route];
        using var sender = await app.Visit(form.Persona);
        var browser = await chromium.Person(app);
        var (path, sent) = await form.Open(app, sender);
        var texts = TextFields(sender, path).Where(t => t != "act").ToHashSet(StringComparer.Ordinal);
        var original = sent.ToList();
        if (Chosen.TryGetValue(route, out var chosen))
        {
            original.RemoveAll(f => f.Name == chosen.Item1);
            original.Add(chosen);
        }

        foreach (var name in texts)
        {
            original.RemoveAll(f => f.Name == name);
        }

        // What a field does not take it is asked again with less, and at last with what it had.
        var tried = texts.ToDictionary(t => t, _ => 0, StringComparer.Ordinal);
        HttpResponseMessage answer;
        var rounds = 0;
        do
        {
            answer = await sender.Post(path, [.. original, .. tried.Select(t => (t.Key, Value(t.Key, t.Value)))]);
            await IsText(browser, sender.Page.Source.Text);
            foreach (var name in Wrong(sender, tried.Keys))
            {
                tried[name]++;
            }
        }
        while ((int)answer.StatusCode == 422 && ++rounds < 12);

        if (!form.Shows && (int)answer.StatusCode == 200)
        {
            // What it will do is shown first; then it is sent as that page has it.
            answer = await sender.Post(path, SentForms.On(sender, path));
        }

        Assert.True(form.Shows || (int)answer.StatusCode is 302 or 303, $"{answer.StatusCode}: {sender.Page.QuerySelector("main")?.TextContent}");
        var taken = tried.Where(t => t.Value < Markup.Length).Select(t => t.Key).Order(StringComparer.Ordinal).ToList();
        var shown = await Shown(app, form.Persona);
        TestContext.Current.TestOutputHelper?.WriteLine($"{route}: {string.Join(", ", taken)}; {shown} pages");
        Assert.True(shown > 0 || !Keeps.Contains(route), $"{string.Join(", ", taken)} is shown nowhere");
        await browser.Context.CloseAsync();

        string Value(string name, int attempt) => attempt < Markup.Length ? Markup[attempt] : sent.FirstOrDefault(s => s.Name == name).Value ?? "";
    }

    // The canary sings when it can: otherwise the rest says nothing.
    [Fact]
    public async Task Would_run_if_it_were_not_text()
    {
        await using var app = await App.Start(cluster);
        var browser = await chromium.Person(app);
        foreach (var markup in Markup[..2])
        {
            await browser.SetContentAsync("<title></title><main><input value=\"" + markup + "\"></main>", new() { WaitUntil = WaitUntilState.Load });
            Assert.Equal(1, await browser.EvaluateAsync<int?>("window.fired"));
        }
    }

    [Fact]
    public async Task Would_not_run_under_the_policy_even_if_it_were_not_text()
    {
        await using var app = await App.Start(cluster);
        var browser = await chromium.Person(app, heeds: true);
        var asked = new List<string>();
        browser.Request += (_, r) => asked.Add(r.Url);
        await browser.GotoAsync("/");
        await browser.EvaluateAsync("m => { document.body.insertAdjacentHTML('beforeend', m); const s = document.createElement('script'); s.textContent = 'window.fired=1'; document.body.append(s); const i = new Image(); i.src = 'https://elders.example/x.png'; document.body.append(i); }", Markup[0]);
        await browser.EvaluateAsync("() => new Promise(r => setTimeout(r, 200))");

        Assert.Null(await browser.EvaluateAsync<int?>("window.fired"));
        Assert.All(asked.Where(u => !u.StartsWith(app.Address.ToString(), StringComparison.Ordinal)), u => Assert.Equal("https://elders.example/x.png", u));
    }

    [Fact]
    public async Task Is_text_in_a_picture_too()
    {
        await using var app = await App.Start(cluster);
        var browser = await chromium.Person(app);
        ChartBar[] bars = [new(Markup[0], 12, 0.5m), new(Markup[1], 12, 0.5m)];
        var html = await Rendered.Html<BarChart>(("Id", "x"), ("Title", Markup[0]), ("Bars", bars), ("N", 24L), ("Missing", 0L))
            + await Rendered.Html<ColumnChart>(("Id", "y"), ("Title", Markup[0]), ("Bars", bars), ("N", 24L), ("Missing", 0L));

        await IsText(browser, $"<main>{html}</main>");
        Assert.Contains(Mark, await browser.Locator("svg").First.TextContentAsync() ?? "", StringComparison.Ordinal);
    }

    private async Task<int> Shown(App app, string? persona)
    {
        await using var admin = NpgsqlDataSource.Create(app.Database.AdminConnection);
        var ids = await StoredRows.Column(admin, "select id::text from dossier union select id::text from override_request union select id::text from plan_request union select id::text from draft union select id::text from resemblance");
        var (shown, opened) = (0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var role in Roles.All.Select(r => r.Code).Where(r => r == persona || Policies.May(r, Policies.SeeWork)))
        {
            using var visitor = await app.Visit(role);
            var pages = app.Routes.Where(Who_reaches_what.IsGet).SelectMany(r => ids.DefaultIfEmpty(Guid.Empty.ToString()).Select(id => Who_reaches_what.Path(r, Guid.Parse(id)))).Distinct();
            IPage? browser = null;
            foreach (var path in pages)
            {
                var answer = await visitor.Get(path);
                if (answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType == "text/html" && visitor.Page.Source.Text.Contains(Mark, StringComparison.Ordinal)
                    && opened.Add(visitor.Page.Title + visitor.Page.QuerySelector("main")?.TextContent)) // once for whom it is the same
                {
                    browser ??= await chromium.Person(app, role);
                    await browser.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
                    await Silent(browser, path);
                    shown++;
                }
            }

            await (browser?.Context.CloseAsync() ?? Task.CompletedTask);
        }

        return shown;
    }

    private static async Task IsText(IPage browser, string html)
    {
        if (html.Contains(Mark, StringComparison.Ordinal))
        {
            await browser.SetContentAsync(html, new() { WaitUntil = WaitUntilState.Load });
            await Silent(browser, "answer");
        }
    }

    private static async Task Silent(IPage browser, string where)
    {
        Assert.True(await browser.EvaluateAsync<int?>("window.fired ?? null") is null, $"It ran on {where}");
        Assert.Equal("", await browser.EvaluateAsync<string>("""
            () => [...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => /^on/i.test(a.name)
                || (['href', 'src', 'action', 'formaction', 'xlink:href'].includes(a.name) && /^\s*(javascript|data):/i.test(a.value))) || (e.localName === 'script' && !e.getAttribute('src'))).map(e => e.outerHTML).join('\n')
            """));
    }

    private static IEnumerable<string> TextFields(Visitor visitor, string path) => visitor.Page.QuerySelectorAll($"main form[action='{path}']")
        .SelectMany(f => f.QuerySelectorAll("textarea[name], input[name]")).Where(e => e is IHtmlTextAreaElement || (e as IHtmlInputElement)?.Type is "text" or "tel" or "email" or "search")
        .Select(e => e.GetAttribute("name")!);

    private static List<string> Wrong(Visitor visitor, IEnumerable<string> names) => [.. names.Where(n => visitor.Page.QuerySelector($"[id='{n}-fout'], [id$='-{n}-fout']") is not null)];
}
