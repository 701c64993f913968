using Flex.Domain.Programmes;
using Flex.Domain.Questionnaires;
using Flex.Web.Data;
using Flex.Web.Data.Families;

namespace Flex.Web.Features.Families;

/// <summary>One list as the family sees it: how far it is, and whether it lies open for her. What was answered is shown nowhere by link and code.</summary>
public sealed record OwnList(Questionnaire Form, string Words, bool Open)
{
    internal static IReadOnlyList<OwnList> Of(FamilyVisit visit, Programme programme, DateOnly today) =>
        visit.Who.IsMothers ? [.. programme.Newest().Where(f => visit.Form is null || f.Code == visit.Form).Select(f => One(visit, programme, f, today))] : [];

    // By link a list that somebody began is not gone on with: it would show what was answered.
    private static OwnList One(FamilyVisit visit, Programme programme, Questionnaire newest, DateOnly today)
    {
        var begun = visit.Lists.FirstOrDefault(l => l.Questionnaire == newest.Code);
        var state = new FormState(programme.Form(newest.Code, begun?.Version) ?? newest, begun?.Answers, begun is { Finished: true } ? begun.FilledOn : null);
        return (begun, visit.IsTogether) switch
        {
            ({ Finished: true }, _) => new(state.Form, "Deze lijst is klaar.", false),
            (null, _) or (_, true) when visit.IsTogether || state.Later(visit.Born, today) is null => new(state.Form, "Deze lijst kunt u nu invullen.", true),
            (null, _) => new(state.Form, state.Later(visit.Born, today)!, false),
            _ => new(state.Form, "U begon deze lijst samen met iemand. Die maakt u ook samen af.", false),
        };
    }
}
