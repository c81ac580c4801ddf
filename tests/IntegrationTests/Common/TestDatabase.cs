using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CleanIssuing.IntegrationTests.Common;

/// <summary>Looks into a portal's database, or changes something there, behind the portal's back; whichever database it is.</summary>
internal sealed partial class TestDatabase
{
    private readonly Func<DbConnection> _connect;

    private TestDatabase(Func<DbConnection> connect) => _connect = connect;

    public static TestDatabase Sqlite(string path) => new(() => new SqliteConnection($"Data Source={path}"));

    public static TestDatabase Postgres(string connectionString) => new(() => new NpgsqlConnection(connectionString));

    /// <summary>One value.</summary>
    /// <param name="sql">Names of tables and columns in Pascal case are quoted, which PostgreSQL needs.</param>
    public string? Text(string sql)
    {
        using var connection = Open();
        using var command = Command(connection, sql);
        return command.ExecuteScalar() is { } value and not DBNull ? value.ToString() : null;
    }

    public void Execute(string sql)
    {
        using var connection = Open();
        using var command = Command(connection, sql);
        command.ExecuteNonQuery();
    }

    public IReadOnlyList<T> Rows<T>(string sql, Func<DbDataReader, T> read)
    {
        using var connection = Open();
        using var command = Command(connection, sql);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    private DbConnection Open()
    {
        var connection = _connect();
        connection.Open();
        return connection;
    }

    private static DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of tests.
        command.CommandText = NameOrText().Replace(sql, match => match.Value[0] is '\'' or '"' ? match.Value : $"\"{match.Value}\"");
#pragma warning restore CA2100
        return command;
    }

    [GeneratedRegex("""'[^']*'|"[^"]*"|\b[A-Z][a-z]\w*|\bId\b""")]
    private static partial Regex NameOrText();
}
