using Npgsql;

namespace Flex.Web.Data;

/// <summary>What the database refused because it must always hold.</summary>
public enum Refusal
{
    /// <summary>Every place of the pillar is taken.</summary>
    NoPlaceLeft,

    /// <summary>The pillar has a decision already.</summary>
    AlreadyDecided,

    /// <summary>This act was counted before: a double click or a form sent twice.</summary>
    AlreadyCounted,

    /// <summary>The dossier has ended: it is opened again first.</summary>
    DossierEnded,

    /// <summary>Somebody registered or corrected the birth, a fact that holds over a period, or hours of the plan, or closed the month, in the meantime.</summary>
    AlreadyRegistered,

    /// <summary>Who judges works for the organisation that is paid, or asked it; or who granted a request would carry it out.</summary>
    MayNotJudge,

    /// <summary>Nobody said yet whether another application is of this family.</summary>
    DoubtFirst,

    /// <summary>Nothing written may leave for this family.</summary>
    NothingWritten,
}

/// <summary>The one place where the name of a constraint becomes a refusal.</summary>
internal static class Refusals
{
    // Where the server refuses a row by its policy; a right that is not there at all comes from elsewhere, and is a failure.
    private const string RowSecurity = "ExecWithCheckOptions";

    /// <summary>
    /// Whether the dossier was erased, or who acts lost access to it, between opening it and saving: the database finds no family to hang a row on, or one that this
    /// person does not reach. Answered as what is not there (any more).
    /// </summary>
    public static bool IsGone(Exception failure) => failure is PostgresException error && ((error.SqlState == PostgresErrorCodes.InsufficientPrivilege && error.Routine == RowSecurity)
        || (error.SqlState == PostgresErrorCodes.ForeignKeyViolation && error.ConstraintName?.EndsWith("_dossier_id_fkey", StringComparison.Ordinal) == true));

    /// <summary>The refusal behind an error of the database, or null when it is a failure.</summary>
    public static Refusal? Of(PostgresException error) => error.ConstraintName switch
    {
        "place_never_one_too_many" => Refusal.NoPlaceLeft,
        "decision_once_per_pillar" or "decision_replaced_once" or "held_place_one_per_pillar" or "override_asked_once" => Refusal.AlreadyDecided,
        "application_act_id_key" or "decision_act_id_key" or "care_entry_act_id_key" or "care_contact_pkey" or "indication_pkey" or "cover_asked_pkey" or "hours_answer_pkey" or "hours_answer_disputed" or "care_plan_pkey" or "plan_request_waits_once" or "plan_judged_once" or "plan_goal_pkey" or "hours_booking_pkey" or "plan_review_pkey" or "shift_line_once" or "closed_month_once" or "closed_month_pkey" or "likely_duplicate_sender_number_key"
            or "assessment_act_id_key" or "told_act_id_key" or "told_pkey" or "override_request_act_id_key"
            or "pillar_application_act_id_key" or "pillar_applied_once" or "birth_act_id_key" or "dossier_end_act_id_key" or "fact_check_act_id_key" or "response_act_id_key" or "response_once"
            or "waiting_check_act_id_key" or "override_request_kept_act_key" or "erasure_request_act_id_key" or "erasure_request_decision_act_key" or "erasure_asked_once" or "restriction_once" or "restriction_act_id_key" or "relation_once" or "identity_check_act_id_key" or "no_bsn_act_id_key" or "consent_once"
            or "own_statement_act_id_key" or "copy_request_act_id_key" or "copy_part_decision_act_key" or "copy_omission_act_id_key" or "log_withholding_act_id_key" or "log_review_act_id_key" or "family_invitation_pkey"
            or "confidential_note_act_id_key" or "confidential_share_act_id_key" or "confidential_share_once" or "address_shield_act_id_key" or "kin_declaration_act_id_key" => Refusal.AlreadyCounted,
        "dossier_is_open" or "dossier_ended_once" => Refusal.DossierEnded,
        "month_is_open" or "birth_once" or "bsn_as_known" or "due_date_as_known" or "mother_as_known" or "residence_as_known" or "copy_part_waits" or "birth_corrected_once" or "residence_one_at_a_time" or "insurance_one_at_a_time" or "provision_one_at_a_time"
            or "hours_never_below_zero" or "residence_during_check" or "insurance_during_check" or "provision_during_check" => Refusal.AlreadyRegistered,
        "override_judged_elsewhere" or "override_judged_by_another" or "plan_judged_elsewhere" or "plan_judged_by_another" or "erasure_by_another" or "withheld_by_two" => Refusal.MayNotJudge,
        "erasure_after_doubt" => Refusal.DoubtFirst,
        "family_invitation_safe" => Refusal.NothingWritten,
        _ => null,
    };
}
