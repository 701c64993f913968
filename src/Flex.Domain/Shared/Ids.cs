namespace Flex.Domain.Shared;

/// <summary>The identity of one family's dossier: a UUIDv7 made by the application's clock.</summary>
public readonly record struct DossierId(Guid Value)
{
    /// <summary>Makes a new identity whose time part is <paramref name="at"/>.</summary>
    public static DossierId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
