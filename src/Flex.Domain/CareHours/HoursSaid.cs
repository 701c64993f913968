using Flex.Domain.Dossiers;

namespace Flex.Domain.CareHours;

/// <summary>What a family says of one contact; why is asked exactly when it is not right.</summary>
public sealed record HoursSaid(bool Agrees, string? Because)
{
    private const int LongestBecause = 2_000;

    /// <summary>Parses; null exactly when <paramref name="read"/> has problems afterwards.</summary>
    public static HoursSaid? Parse(FieldReader read)
    {
        var answer = read.Code("uren_kloppen", DisputeCodes.Answers, null);
        var because = answer == DisputeCodes.Wrong ? read.Note("klopt_niet_want", LongestBecause) : null;
        if (answer == DisputeCodes.Wrong && read.Text("klopt_niet_want") is null)
        {
            read.Wrong("klopt_niet_want", "Schrijf op wat er niet klopt.");
        }

        return read.Problems.Count == 0 ? new(answer == DisputeCodes.Right, because) : null;
    }
}
