using CleanIssuing.Application.Audit;
using CleanIssuing.Domain.Audit;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;
using MediatR;

namespace CleanIssuing.WebUi.Endpoints;

internal static class AuditEndpoints
{
    private static readonly string[] Columns =
        ["id", "at", "actor", "address", "action", "subject", "account", "outcome", "reason", "details", "stripe_request"];

    public static void MapAudit(this IEndpointRouteBuilder app) =>
        app.MapGet("/audit/export.csv", ExportAsync).RequireRateLimiting(RateLimits.Exports);

    private static async Task ExportAsync(
        HttpContext context, [AsParameters] AuditFilterQuery filter, ISender sender, PersonTimes times,
        DetailText details, CancellationToken cancellationToken)
    {
        var wanted = await filter.ToFilterAsync(sender, times, cancellationToken);
        var entries = await sender.Send(new ExportAuditLog(wanted), cancellationToken);
        await CsvExport.WriteAsync(context, "audit.csv", Columns, entries, entry => Cells(entry, details));
    }

    private static IReadOnlyList<object?> Cells(AuditEntry entry, DetailText details) =>
    [
        entry.Id, entry.At, entry.ActorName, entry.IpAddress, entry.Action, entry.Subject, entry.AccountId?.Value, entry.Outcome.ToCode(),
        entry.Reason, details.Of(Detail.Read(entry.Details)), entry.StripeRequestId,
    ];
}
