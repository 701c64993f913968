using Flex.Web.Ui;

namespace Flex.Web.Features.CareHours;

/// <summary>A form of a contact with what it says back.</summary>
internal delegate IResult ContactPage(HoursDesk desk, TypedFields typed, IReadOnlyList<FieldError> errors, int status, FormNotice? said = null);
