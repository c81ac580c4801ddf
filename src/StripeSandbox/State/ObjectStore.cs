using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace CleanIssuing.StripeSandbox.State;

/// <summary>
/// Keeps each object as Stripe would show it, with what Stripe would not show under <see cref="Private"/>. A new resource
/// needs no new table.
/// </summary>
internal sealed class ObjectStore : IDisposable
{
    /// <summary>The member that never leaves in an answer of the API.</summary>
    public const string Private = "_private";

    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly Lock _lock = new();
    private readonly SqliteConnection _connection;
    private readonly string _readers;
    private SqliteCommand? _insert;
    private bool _inTransaction;

    public ObjectStore(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        // The portal's own database is kept there too.
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            if (!Directory.Exists(folder))
                Directory.CreateDirectory(folder, OwnFile | UnixFileMode.UserExecute);
            if (!File.Exists(path))
            {
                var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnFile };
                new FileStream(path, options).Dispose();
            }
        }

        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _readers = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly }.ToString();
        _connection.Open();
        Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;");
        Execute("""
            CREATE TABLE IF NOT EXISTS objects (
                seq INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, id TEXT NOT NULL, account TEXT NOT NULL, json TEXT NOT NULL);
            CREATE UNIQUE INDEX IF NOT EXISTS by_id ON objects (kind, id);
            """);
        // A file of an earlier version has none of these columns yet.
        AddColumn("parent", "ALTER TABLE objects ADD COLUMN parent TEXT");
        AddColumn("created", "ALTER TABLE objects ADD COLUMN created INTEGER AS (json_extract(json, '$.created')) VIRTUAL");
        AddColumn("cardholder", "ALTER TABLE objects ADD COLUMN cardholder TEXT AS (json_extract(json, '$.cardholder')) VIRTUAL");
        AddColumn("status", "ALTER TABLE objects ADD COLUMN status TEXT AS (json_extract(json, '$.status')) VIRTUAL");
        Execute("""
            DROP INDEX IF EXISTS by_account;
            CREATE INDEX IF NOT EXISTS by_parent ON objects (kind, parent, seq) WHERE parent IS NOT NULL;
            CREATE INDEX IF NOT EXISTS by_time ON objects (kind, account, created, seq);
            CREATE INDEX IF NOT EXISTS by_status ON objects (kind, account, status, created, seq) WHERE status IS NOT NULL;
            CREATE INDEX IF NOT EXISTS by_cardholder ON objects (kind, cardholder, created, seq) WHERE cardholder IS NOT NULL;
            """);
    }

    private void AddColumn(string name, string sql)
    {
        if (Convert.ToInt64(Scalar("SELECT COUNT(*) FROM pragma_table_xinfo('objects') WHERE name = $name", ("$name", name)), null) == 0)
            Execute(sql);
    }

    public bool IsEmpty => Convert.ToInt64(Scalar("SELECT EXISTS (SELECT 1 FROM objects)"), null) == 0;

    public bool Has(ObjectKind kind) =>
        Convert.ToInt64(Scalar("SELECT EXISTS (SELECT 1 FROM objects WHERE kind = $kind)", ("$kind", kind.ToString())), null) == 1;

    public JsonObject? Find(ObjectKind kind, string id, string? account = null)
    {
        lock (_lock)
        {
            var json = Scalar(
                "SELECT json FROM objects WHERE kind = $kind AND id = $id AND ($account IS NULL OR account = $account)",
                ("$kind", kind.ToString()), ("$id", id), ("$account", account));
            return json is string text ? JsonNode.Parse(text)!.AsObject() : null;
        }
    }

    /// <param name="parent">What it is found by besides its id: the card of a purchase, the state of an event.</param>
    public void Add(ObjectKind kind, string account, string id, JsonObject value, string? parent = null) =>
        Add(kind, account, id, value.ToJsonString(), parent);

    /// <summary>Adds an object that is written already; a seed adds a million of them.</summary>
    public void Add(ObjectKind kind, string account, string id, string json, string? parent)
    {
        lock (_lock)
        {
            _insert ??= Command(
                "INSERT INTO objects (kind, id, account, json, parent) VALUES ($kind, $id, $account, $json, $parent)",
                [("$kind", ""), ("$id", ""), ("$account", ""), ("$json", ""), ("$parent", "")]);
            _insert.Parameters[0].Value = kind.ToString();
            _insert.Parameters[1].Value = id;
            _insert.Parameters[2].Value = account;
            _insert.Parameters[3].Value = json;
            _insert.Parameters[4].Value = parent ?? (object)DBNull.Value;
            _insert.ExecuteNonQuery();
        }
    }

    /// <summary>The objects found by this parent, oldest first.</summary>
    public IReadOnlyList<JsonObject> OfParent(ObjectKind kind, string parent, int take = int.MaxValue)
    {
        lock (_lock)
        {
            using var command = Command(
                "SELECT json FROM objects WHERE kind = $kind AND parent = $parent ORDER BY seq LIMIT $take",
                [("$kind", kind.ToString()), ("$parent", parent), ("$take", take)]);
            return Read(command);
        }
    }

    /// <summary>Those of this parent whose number at the JSON path is at most so much, oldest first.</summary>
    public IReadOnlyList<JsonObject> OfParent(ObjectKind kind, string parent, string path, long atMost, int take)
    {
        lock (_lock)
        {
            using var command = Command(
                "SELECT json FROM objects WHERE kind = $kind AND parent = $parent AND json_extract(json, $path) <= $most "
                    + "ORDER BY seq LIMIT $take",
                [("$kind", kind.ToString()), ("$parent", parent), ("$path", path), ("$most", atMost), ("$take", take)]);
            return Read(command);
        }
    }

    /// <summary>The least number that objects of this parent have at the JSON path; none where there are no such objects.</summary>
    public long? LeastOfParent(ObjectKind kind, string parent, string path)
    {
        lock (_lock)
            return Scalar(
                "SELECT MIN(json_extract(json, $path)) FROM objects WHERE kind = $kind AND parent = $parent",
                ("$kind", kind.ToString()), ("$parent", parent), ("$path", path)) as long?;
    }

    /// <summary>Finds an object by another parent from now on.</summary>
    public void Move(ObjectKind kind, string id, string parent)
    {
        lock (_lock)
            Execute(
                "UPDATE objects SET parent = $parent WHERE kind = $kind AND id = $id",
                ("$kind", kind.ToString()), ("$id", id), ("$parent", parent));
    }

    public void Remove(ObjectKind kind, string id)
    {
        lock (_lock)
            Execute("DELETE FROM objects WHERE kind = $kind AND id = $id", ("$kind", kind.ToString()), ("$id", id));
    }

    /// <summary>Changes an object; nobody else changes it meanwhile.</summary>
    public JsonObject? Update(ObjectKind kind, string id, Action<JsonObject> change)
    {
        lock (_lock)
        {
            if (Find(kind, id) is not { } value)
                return null;
            change(value);
            Execute(
                "UPDATE objects SET json = $json WHERE kind = $kind AND id = $id",
                ("$kind", kind.ToString()), ("$id", id), ("$json", value.ToJsonString()));
            return value;
        }
    }

    /// <summary>A page, newest first, as Stripe lists.</summary>
    /// <param name="filters">
    /// JSON paths and the text they must have; of <c>types</c>, <c>type</c> must have one.
    /// </param>
    /// <param name="createdFrom">The earliest <c>created</c>, in Unix seconds.</param>
    /// <param name="createdTo">The latest <c>created</c>.</param>
    public IReadOnlyList<JsonObject> List(
        ObjectKind kind, string? account, IReadOnlyDictionary<string, JsonNode> filters, long? createdFrom, long? createdTo,
        string? startingAfter, string? endingBefore, int take)
    {
        // What the transaction under way has changed, only its own connection sees. Nobody else waits for a list.
        if (_lock.IsHeldByCurrentThread)
            return List(_connection);
        using var reader = new SqliteConnection(_readers);
        reader.Open();
        return List(reader);

        IReadOnlyList<JsonObject> List(SqliteConnection connection)
        {
            using var command = connection.CreateCommand();
            var cursor = startingAfter ?? endingBefore;
            command.CommandText = "SELECT created, seq FROM objects WHERE kind = $kind AND id = $cursor";
            command.Parameters.AddWithValue("$kind", kind.ToString());
            command.Parameters.AddWithValue("$cursor", cursor ?? "");
            (long Created, long Seq)? at = null;
            if (cursor is not null)
            {
                using var found = command.ExecuteReader();
                if (!found.Read())
                    return [];
                at = (found.IsDBNull(0) ? 0 : found.GetInt64(0), found.GetInt64(1));
            }

            var sql = new StringBuilder("SELECT json FROM objects WHERE kind = $kind");
            // With a card or a cardholder, their index and not the account's (that is what the plus is for): they have few purchases.
            if (account is not null)
                sql.Append(filters.ContainsKey("card") || filters.ContainsKey("cardholder") ? " AND +account" : " AND account")
                    .Append(" = $account");
            command.Parameters.AddWithValue("$account", account ?? "");
            var index = 0;
            foreach (var (path, wanted) in filters)
            {
                var value = wanted is JsonValue text && text.TryGetValue<string>(out var plain) ? plain : wanted.ToJsonString();
                var field = $"CAST(json_extract(json, $path{index}) AS TEXT)";
                sql.Append(path switch
                {
                    "card" => $" AND parent = $value{index}",
                    "cardholder" or "status" => $" AND {path} = $value{index}",
                    _ when wanted is JsonArray => $" AND {field} IN (SELECT value FROM json_each($value{index}))",
                    _ => $" AND {field} {(value.EndsWith('*') ? "GLOB" : "=")} $value{index}",
                });
                command.Parameters.AddWithValue($"$path{index}", "$." + (path == "types" ? "type" : path));
                command.Parameters.AddWithValue($"$value{index}", value);
                index++;
            }

            if (createdFrom is { } from)
            {
                sql.Append(" AND created >= $from");
                command.Parameters.AddWithValue("$from", from);
            }

            if (createdTo is { } to)
            {
                sql.Append(" AND created <= $to");
                command.Parameters.AddWithValue("$to", to);
            }

            if (at is { } place)
            {
                sql.Append(CultureInfo.InvariantCulture, $" AND (created, seq) {(startingAfter is null ? ">" : "<")} ($created, $seq)");
                command.Parameters.AddWithValue("$created", place.Created);
                command.Parameters.AddWithValue("$seq", place.Seq);
            }

            var order = startingAfter is null && endingBefore is not null ? "ASC" : "DESC";
            sql.Append(CultureInfo.InvariantCulture, $" ORDER BY created {order}, seq {order} LIMIT $take");
            command.Parameters.AddWithValue("$take", take);
#pragma warning disable CA2100 // Only names of columns and of parameters are put into the text, never a value.
            command.CommandText = sql.ToString();
#pragma warning restore CA2100

            return Read(command);
        }
    }

    private static List<JsonObject> Read(SqliteCommand command)
    {
        var found = new List<JsonObject>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
            found.Add(JsonNode.Parse(reader.GetString(0))!.AsObject());
        return found;
    }

    /// <summary>Runs several changes as one: all of them are kept, or none.</summary>
    public void InTransaction(Action changes)
    {
        lock (_lock)
        {
            if (_inTransaction)
            {
                changes();
                return;
            }

            _inTransaction = true;
            Execute("BEGIN IMMEDIATE");
            try
            {
                changes();
                Execute("COMMIT");
            }
            catch
            {
                Execute("ROLLBACK");
                throw;
            }
            finally
            {
                _inTransaction = false;
            }
        }
    }

    public void Dispose()
    {
        _insert?.Dispose();
        _connection.Dispose();
        using var reader = new SqliteConnection(_readers);
        SqliteConnection.ClearPool(reader);
    }

    private void Execute(string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        command.ExecuteNonQuery();
    }

    private object? Scalar(string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteScalar();
    }

    private SqliteCommand Command(string sql, (string Name, object? Value)[] parameters)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Every caller passes a constant.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
