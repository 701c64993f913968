using Flex.Web.Data;
using Flex.Web.Ui;

namespace Flex.Web.Features.PlaceKeeping;

/// <summary>What became of a step: done (now or by the same act before), told why not, not known, or sent back with what is wrong.</summary>
internal sealed record PlaceAnswer(PlaceDesk Desk)
{
    public bool Done { get; init; }

    public bool Unsure { get; init; }

    public Refusal? Refusal { get; init; }

    public FormNotice? Said { get; init; }
}
