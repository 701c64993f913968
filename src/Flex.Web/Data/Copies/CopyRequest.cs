using System.Text.Json;

namespace Flex.Web.Data.Copies;

/// <summary>A request for a copy with its parts, and what is left out of each.</summary>
public sealed record CopyRequest(Guid Id, DateOnly AskedOn, string AskedBy, string Capacity, string IdentityCheck, DateOnly DueOn, string RecordedBy, Guid ActId, IReadOnlyList<CopyPart> Parts)
{
    private const string Query = """
        select coalesce(json_agg(json_build_object('id', r.id, 'asked_on', r.asked_on, 'asked_by', r.asked_by, 'capacity', r.capacity, 'identity_check', r.identity_check, 'due_on', r.due_on, 'recorded_by', r.recorded_by, 'act_id', r.act_id,
            'parts', (select coalesce(json_agg(json_build_object('id', p.id, 'part', p.part, 'state', p.state, 'decided_on', p.decided_on, 'decided_by', p.decided_by, 'ground', p.ground, 'because', p.because, 'handed', p.handed, 'decision_act', p.decision_act, 'content', encode(p.content, 'hex'),
                'omitted', (select coalesce(json_agg(json_build_object('line', o.line, 'ground', o.ground, 'because', o.because, 'said_on', o.said_on, 'said_by', o.said_by, 'act_id', o.act_id) order by o.id), '[]') from copy_omission o where o.copy_part_id = p.id)) order by array_position(array['moeder', 'vragenlijsten', 'kind', 'partner'], p.part)), '[]') from copy_part p where p.copy_request_id = r.id)) order by r.id desc), '[]')::text
        from copy_request r where r.dossier_id = $1
        """;

    private static readonly JsonSerializerOptions Snake = new(JsonSerializerDefaults.General) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Every request of a dossier that was opened to act on, newest first; of the parts those that this person reviews.</summary>
    internal static async Task<IReadOnlyList<CopyRequest>> Of(DossierInHand hand, CancellationToken stop)
    {
        hand.Work.Add(Query, hand.Record.Head.Id);
        await using var row = await hand.Work.Read(stop);
        do
        {
            if (await row.ReadAsync(stop) && row.GetFieldType(0) == typeof(string))
            {
                return JsonSerializer.Deserialize<IReadOnlyList<CopyRequest>>(row.GetString(0), Snake)!;
            }
        }
        while (await row.NextResultAsync(stop));
        return [];
    }

    /// <summary>Whether questionnaires were begun: then their answers are a part of a copy of their own.</summary>
    internal static async Task<bool> HasAnswers(DossierInHand hand, CancellationToken stop)
    {
        hand.Work.Add("select exists (select from response where dossier_id = $1)", hand.Record.Head.Id);
        await using var row = await hand.Work.Read(stop);
        return await row.ReadAsync(stop) && row.GetBoolean(0);
    }
}

/// <summary>One part that is reviewed apart.</summary>
/// <param name="Content">What was released, sealed, in hexadecimal; null as long as it was not.</param>
public sealed record CopyPart(
    Guid Id, string Part, string State, DateOnly? DecidedOn, string? DecidedBy, string? Ground, string? Because, string? Handed, Guid? DecisionAct, string? Content, IReadOnlyList<OmittedLine> Omitted)
{
    public bool Waits => State == "wacht";

    public bool Released => State == "vrijgegeven";

    /// <summary>The lines that are left out as it stands, with the newest word about each.</summary>
    public IReadOnlyDictionary<string, OmittedLine> LeftOut => Omitted.GroupBy(o => o.Line, StringComparer.Ordinal).Select(g => g.Last()).Where(o => o.Ground is not null).ToDictionary(o => o.Line, StringComparer.Ordinal);
}

/// <summary>That a line is left out, or (without a ground) put back.</summary>
public sealed record OmittedLine(string Line, string? Ground, string Because, DateOnly SaidOn, string SaidBy, Guid ActId);
