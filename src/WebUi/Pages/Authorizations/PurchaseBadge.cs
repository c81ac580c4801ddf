using CleanIssuing.Domain.Authorizations;

namespace CleanIssuing.WebUi.Pages.Authorizations;

/// <summary>What is told beside an amount. A purchase that is simply paid needs no word.</summary>
/// <param name="Code">The code of its words.</param>
public sealed record PurchaseBadge(string Code, string Icon, string Tone)
{
    public static PurchaseBadge? Of(Authorization purchase) => purchase switch
    {
        { Approved: false } => new("declined", "x-circle", "bad"),
        { Status: AuthorizationStatus.Pending } => new("pending", "clock", "mute"),
        { Status: AuthorizationStatus.Reversed, CapturedMinor: null } => new("reversed", "undo", "mute"),
        { Status: AuthorizationStatus.Expired, CapturedMinor: null } => new("expired", "undo", "mute"),
        { RefundedMinor: > 0 } when purchase.RefundedMinor >= purchase.Spent.Minor => new("refunded", "undo", "good"),
        { RefundedMinor: > 0 } => new("partly_refunded", "undo", "good"),
        _ => null,
    };

    /// <summary>Whether no money moved, so that the amount is struck through.</summary>
    public static bool IsVoid(Authorization purchase) => purchase.Spent.Minor == 0 && purchase.Asked.Minor != 0;
}
