namespace Flex.Domain.Rights;

/// <summary>That somebody asks to destroy what is kept of a family.</summary>
/// <param name="On">The day on which it was asked; the term runs from here.</param>
/// <param name="Capacity">A code of <see cref="ErasureText.Capacities"/>.</param>
public sealed record AskedErasure(DateOnly On, string By, string Capacity)
{
    /// <summary>By when an answer is due: within a month (AVG artikel 12 lid 3).</summary>
    public DateOnly DueOn => On.AddMonths(1);
}
