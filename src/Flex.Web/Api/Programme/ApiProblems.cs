using Flex.Web.Ui;

namespace Flex.Web.Api.Programme;

/// <summary>What the API answers when it does not do what was asked, in Dutch.</summary>
internal static class ApiProblems
{
    /// <summary>The body is no flat JSON object.</summary>
    public static IResult Unreadable() =>
        Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: "Dit verzoek klopt niet", detail: "Stuur één JSON-object met veldnamen en tekst, getallen, ja of nee, of een lijst daarvan.");

    /// <summary>Something is wrong in these fields; nothing was stored.</summary>
    public static IResult Fields(IEnumerable<FieldError> errors) => Results.ValidationProblem(
        errors.GroupBy(e => e.Field, StringComparer.Ordinal).ToDictionary(e => e.Key, e => e.Select(x => x.Message).ToArray(), StringComparer.Ordinal),
        "Er is niets opgeslagen. Verbeter de genoemde velden.", statusCode: StatusCodes.Status422UnprocessableEntity, title: "Er is iets niet goed ingevuld");

    /// <summary>Somebody was first, or this act said something else before.</summary>
    public static IResult Conflict(string detail) => Results.Problem(statusCode: StatusCodes.Status409Conflict, title: "Dit is niet opgeslagen", detail: detail);

    /// <summary>The connection broke: the outcome is not known. The same act may be sent again.</summary>
    public static IResult Unsure() => Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, title: FormNotice.Unsure.Title,
        detail: "De gegevens zijn nu niet bereikbaar. Stuur hetzelfde verzoek met hetzelfde act-nummer over een minuut opnieuw; dubbel versturen kan geen kwaad.");
}
