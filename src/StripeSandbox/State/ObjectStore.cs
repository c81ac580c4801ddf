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
        _connection.Open();
        Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;");
        Execute("""
            CREATE TABLE IF NOT EXISTS objects (
                seq INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, id TEXT NOT NULL, account TEXT NOT NULL, json TEXT NOT NULL);
            CREATE UNIQUE INDEX IF NOT EXISTS by_id ON objects (kind, id);
            CREATE INDEX IF NOT EXISTS by_account ON objects (kind, account, seq);
            """);
        // A file of an earlier version has no parents yet.
        if (Convert.ToInt64(Scalar("SELECT COUNT(*) FROM pragma_table_info('objects') WHERE name = 'parent'"), null) == 0)
            Execute("ALTER TABLE objects ADD COLUMN parent TEXT");
        Execute("CREATE INDEX IF NOT EXISTS by_parent ON objects (kind, parent, seq) WHERE parent IS NOT NULL");
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
        lock (_lock)
        {
            using var command = _connection.CreateCommand();
            // The account as a condition of its own, which the index by account serves.
            var sql = "SELECT json FROM objects WHERE kind = $kind" + (account is null ? "" : " AND account = $account");
            command.Parameters.AddWithValue("$kind", kind.ToString());
            if (account is not null)
                command.Parameters.AddWithValue("$account", account);
            var index = 0;
            foreach (var (path, wanted) in filters)
            {
                var value = wanted is JsonValue text && text.TryGetValue<string>(out var plain) ? plain : wanted.ToJsonString();
                var field = $"CAST(json_extract(json, $path{index}) AS TEXT)";
                // What purchases are mostly asked for by, and a group of events.
                sql += path == "card" ? $" AND parent = $value{index}"
                    : wanted is JsonArray ? $" AND {field} IN (SELECT value FROM json_each($value{index}))"
                    : $" AND {field} {(value.EndsWith('*') ? "GLOB" : "=")} $value{index}";
                command.Parameters.AddWithValue($"$path{index}", "$." + (path == "types" ? "type" : path));
                command.Parameters.AddWithValue($"$value{index}", value);
                index++;
            }

            if (createdFrom is { } from)
            {
                sql += " AND json_extract(json, '$.created') >= $from";
                command.Parameters.AddWithValue("$from", from);
            }

            if (createdTo is { } to)
            {
                sql += " AND json_extract(json, '$.created') <= $to";
                command.Parameters.AddWithValue("$to", to);
            }

            if ((startingAfter ?? endingBefore) is { } cursor)
            {
                sql += $" AND seq {(startingAfter is null ? ">" : "<")} (SELECT seq FROM objects WHERE kind = $kind AND id = $cursor)";
                command.Parameters.AddWithValue("$cursor", cursor);
            }

            sql += $" ORDER BY seq {(startingAfter is null && endingBefore is not null ? "ASC" : "DESC")} LIMIT $take";
            command.Parameters.AddWithValue("$take", take);
#pragma warning disable CA2100 // Only names of parameters are put into the text, never a value.
            command.CommandText = sql;
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
