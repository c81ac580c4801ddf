using System.Data;
using System.Data.Common;
using CleanIssuing.Domain.Audit;

namespace CleanIssuing.Infrastructure.Persistence.Audit;

/// <summary>
/// The two statements of the audit log, put together once for a batch. Written by hand because they are on the path of every
/// reveal, twice; the SQL is what SQLite and PostgreSQL share.
/// </summary>
internal sealed class AuditCommands(DbTransaction transaction) : IAsyncDisposable
{
    private DbCommand? _insert;
    private DbCommand? _end;

    public async Task<long> InsertAsync(AuditEntry entry)
    {
        _insert ??= Prepare(
            """
            INSERT INTO "AuditEntries" ("At", "ActorId", "ActorName", "IpAddress", "Action", "Subject", "AccountId", "Outcome", "Reason",
                "StripeRequestId", "Details")
            VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10) RETURNING "Id"
            """,
            11);
        Set(_insert, UtcTime.ToStored(entry.At), entry.ActorId, entry.ActorName, entry.IpAddress, entry.Action, entry.Subject,
            entry.AccountId?.Value, entry.Outcome.ToString(), entry.Reason, entry.StripeRequestId, entry.Details);
        return (long)(await _insert.ExecuteScalarAsync())!;
    }

    public async Task EndAsync(long entry, AuditResult result)
    {
        _end ??= Prepare(
            """
            UPDATE "AuditEntries" SET "Outcome" = @p0, "Reason" = @p1, "StripeRequestId" = @p2, "Details" = @p3
            WHERE "Id" = @p4 AND "Outcome" = @p5
            """,
            6);
        Set(_end, result.Outcome.ToString(), result.Reason, result.StripeRequestId, result.Details, entry, nameof(AuditOutcome.Started));
        if (await _end.ExecuteNonQueryAsync() != 1)
            throw new DBConcurrencyException("The audit entry to end is not there, or has ended before.");
    }

    public async ValueTask DisposeAsync()
    {
        if (_insert is not null)
            await _insert.DisposeAsync();
        if (_end is not null)
            await _end.DisposeAsync();
    }

    private DbCommand Prepare(string sql, int parameters)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Both callers pass a constant.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < parameters; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@p" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static void Set(DbCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}
