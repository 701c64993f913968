using System.Text.Json.Serialization;

namespace Flex.Web.Data.Programmes;

/// <summary>In what a figure sums something beside families. Written by name in JSON.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AmountUnit>))]
public enum AmountUnit
{
    /// <summary>Hours; the query gives quarters of an hour.</summary>
    [JsonStringEnumMemberName("uren")]
    Hours,

    /// <summary>Euros; the query gives cents.</summary>
    [JsonStringEnumMemberName("euro")]
    Euros,
}
