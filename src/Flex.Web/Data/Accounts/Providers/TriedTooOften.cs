namespace Flex.Web.Data.Accounts.Providers;

/// <summary>Too many answers came from one place that let nobody in.</summary>
internal sealed class TriedTooOften(DateTimeOffset again) : Exception("Too many tries.")
{
    public DateTimeOffset Again => again;
}
