using Flex.Domain.Programmes;
using Flex.Domain.Shared;

namespace Flex.Domain.Trust;

/// <summary>A group of professionals that shares what one of them wrote in confidence about a family (standards.md AC-03).</summary>
/// <param name="Code">Stable code, as it is stored.</param>
/// <param name="Label">Who that is, in Dutch, inside a sentence.</param>
/// <param name="Roles">The roles of the product that belong to it.</param>
public sealed record Discipline(string Code, string Label, IReadOnlyList<string> Roles)
{
    /// <summary>
    /// Every discipline. Who decides about a place and keeps the record is one of its own, apart from who gives the care: the source says "the author's
    /// discipline" and names none, so this division is ours.
    /// </summary>
    public static IReadOnlyList<Discipline> All { get; } =
    [
        new("verloskunde", "verloskundigen", ["verloskundige"]), new("kraamzorg", "kraamverzorgenden", ["kraamverzorgende"]), new("jgz", "JGZ-verpleegkundigen", ["jgz"]),
        new("intake", "intakers en programmacoördinatoren", ["intaker", "coordinator"]),
    ];

    /// <summary>The same as answers to choose from.</summary>
    public static IReadOnlyList<AnswerOption> Options { get; } = [.. All.Select(d => new AnswerOption(d.Code, Dutch.Sentence(d.Label)))];

    /// <summary>The discipline of a role; null for who has none and so neither writes nor reads.</summary>
    public static Discipline? Of(string role) => All.FirstOrDefault(d => d.Roles.Contains(role));
}
