using System.Data.Common;
using System.Globalization;
using System.Text;
using CleanIssuing.Application.StripeSync.Webhooks;

namespace CleanIssuing.Infrastructure.Persistence.StripeSync;

/// <summary>
/// Puts events into the inbox in groups, each in one statement that skips those that are there already. Written by hand, for EF Core has
/// no such insert; the SQL is what SQLite and PostgreSQL share.
/// </summary>
internal sealed class WebhookBatchWriter : IAsyncDisposable
{
    private const int LargestBatch = 64;

    private static readonly string[] Columns =
    [
        nameof(WebhookEvent.Id), nameof(WebhookEvent.Type), nameof(WebhookEvent.AccountId), nameof(WebhookEvent.CreatedAt),
        nameof(WebhookEvent.ReceivedAt), nameof(WebhookEvent.Payload), nameof(WebhookEvent.State), nameof(WebhookEvent.Tries),
        nameof(WebhookEvent.DueAt),
    ];

    private readonly BatchWriter<WebhookEvent, bool> _events;

    public WebhookBatchWriter(BatchTransaction transaction) =>
        _events = new(LargestBatch, batch => transaction.ExecuteAsync(opened => SaveAsync(opened, batch)));

    /// <returns>Whether it was not there yet. By then it is committed.</returns>
    public Task<bool> AddAsync(WebhookEvent received, CancellationToken cancellationToken) =>
        _events.WriteAsync(received, cancellationToken);

    public ValueTask DisposeAsync() => _events.DisposeAsync();

    private static async Task<IReadOnlyList<bool>> SaveAsync(DbTransaction transaction, IReadOnlyList<WebhookEvent> batch)
    {
        // In one order, so that two processes with the same events do not wait for each other.
        var unique = batch.DistinctBy(e => e.Id, StringComparer.Ordinal).OrderBy(e => e.Id, StringComparer.Ordinal).ToList();
        await using var command = Insert(transaction, unique);
        await using var reader = await command.ExecuteReaderAsync();
        var added = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
            added.Add(reader.GetString(0));

        return [.. batch.Select(e => added.Remove(e.Id))];
    }

    private static DbCommand Insert(DbTransaction transaction, List<WebhookEvent> events)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        var sql = new StringBuilder("INSERT INTO \"WebhookEvents\" (").AppendJoin(", ", Columns.Select(c => $"\"{c}\""))
            .Append(") VALUES ");
        for (var row = 0; row < events.Count; row++)
        {
            var happened = events[row];
            object?[] values =
            [
                happened.Id, happened.Type, happened.AccountId?.Value, UtcTime.ToStored(happened.CreatedAt),
                UtcTime.ToStored(happened.ReceivedAt), happened.Payload, happened.State.ToString(), happened.Tries,
                UtcTime.ToStored(happened.DueAt),
            ];
            sql.Append(row == 0 ? "(" : ", (").AppendJoin(", ", values.Select((value, column) => Parameter(command, row, column, value)))
                .Append(')');
        }

#pragma warning disable CA2100 // Names of columns and of parameters alone.
        command.CommandText = sql.Append(" ON CONFLICT DO NOTHING RETURNING \"Id\"").ToString();
#pragma warning restore CA2100
        return command;
    }

    private static string Parameter(DbCommand command, int row, int column, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{row}_{column}");
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
        return parameter.ParameterName;
    }
}
