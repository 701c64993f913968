namespace Flex.Domain.Rights;

/// <summary>What was decided about a request to destroy. <paramref name="Ground"/> is a code of <see cref="ErasureText.Grounds"/>, or null when it is granted.</summary>
public sealed record DecidedErasure(string? Ground, string? Because)
{
    public bool Granted => Ground is null;
}
