namespace Flex.Domain.Dossiers;

/// <summary>What is wrong with one field of a form or file row, in Dutch, and what to do about it.</summary>
/// <param name="Field">The field's name, the same in form and file.</param>
/// <param name="Value">What was given; null when it must not be repeated (a BSN) or nothing was given.</param>
public sealed record Problem(string Field, string? Value, string Message)
{
    /// <summary>Unlikely and not wrong: it is taken once somebody says that it is so.</summary>
    public bool Asks { get; init; }
}
