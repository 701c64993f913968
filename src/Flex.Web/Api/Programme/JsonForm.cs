using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace Flex.Web.Api.Programme;

/// <summary>A flat JSON object read as the form it stands for: the same field names, a list for what can be ticked more than once, true for a ticked box.</summary>
internal static class JsonForm
{
    /// <summary>The fields, or null when the body is not a flat JSON object.</summary>
    public static async Task<IFormCollection?> Read(HttpRequest request, CancellationToken stop)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, default, stop);
            return body.RootElement.ValueKind == JsonValueKind.Object ? Fields(body.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static FormCollection? Fields(JsonElement body)
    {
        var fields = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        foreach (var property in body.EnumerateObject())
        {
            if (Text(property.Value) is not { } text)
            {
                return null;
            }

            fields[property.Name] = text;
        }

        return new(fields);
    }

    private static StringValues? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "ja",
        JsonValueKind.False or JsonValueKind.Null => StringValues.Empty,
        JsonValueKind.Array when value.EnumerateArray().All(v => v.ValueKind is JsonValueKind.String or JsonValueKind.Number) =>
            new StringValues([.. value.EnumerateArray().Select(v => v.ToString())]),
        _ => null,
    };
}
