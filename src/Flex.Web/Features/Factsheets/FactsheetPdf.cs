namespace Flex.Web.Features.Factsheets;

internal static class FactsheetPdf
{
    public static bool IsPossible => true;
}
