using Flex.Web.Data;

namespace Flex.Web.Ui;

/// <summary>A posted form as it was typed, whatever its fields, with the act that makes a double click count once and the version it changes.</summary>
public sealed record TypedFields(Guid Act, string Version, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>What was typed in a field, or null; the answers of one question are joined with |.</summary>
    public string? this[string name] => Values.GetValueOrDefault(name);

    /// <summary>The answers that were ticked.</summary>
    public IReadOnlyCollection<string> All(string name) => this[name]?.Split('|') ?? [];

    internal static TypedFields Fresh(ProgrammeClock clock, string version = "", params IEnumerable<(string Name, string? Value)> values) =>
        new(clock.NewId(), version, values.Where(v => v.Value is not null).ToDictionary(v => v.Name, v => v.Value!, StringComparer.Ordinal));

    internal static TypedFields Read(IFormCollection form, ProgrammeClock clock) => new(
        Guid.TryParse(form["act"], out var act) ? act : clock.NewId(),
        form["version"].ToString(),
        form.Where(f => f.Value.Count > 0 && Typed.Text(string.Join('|', f.Value.ToArray())) is not null)
            .ToDictionary(f => f.Key, f => Typed.Text(string.Join('|', f.Value.ToArray()))!, StringComparer.Ordinal));
}
