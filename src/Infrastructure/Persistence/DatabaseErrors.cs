using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence;

/// <summary>What an error of the database means, whichever database it is.</summary>
internal static class DatabaseErrors
{
    private const string SerializationFailure = "40001";
    private const string DeadlockDetected = "40P01";
    private const string UniqueViolation = "23505";

    // https://www.sqlite.org/rescode.html
    private const int SqliteError = 1;
    private const int SqliteTooBig = 18;
    private const int SqliteConstraint = 19;
    private const int SqliteMismatch = 20;
    private const int SqliteConstraintUnique = 2067;
    private const int SqliteConstraintPrimaryKey = 1555;

    /// <summary>Whether a row with the same unique values is there already.</summary>
    public static bool IsUniqueViolation(Exception failure) => Find(failure) switch
    {
        SqliteException { SqliteExtendedErrorCode: SqliteConstraintUnique or SqliteConstraintPrimaryKey } => true,
        { SqlState: UniqueViolation } => true,
        _ => false,
    };

    /// <summary>
    /// Whether another transaction was in the way, so that the same one may succeed when it is run anew. SQLite has one writer at a time.
    /// </summary>
    public static bool IsRace(Exception failure) =>
        failure is DbUpdateConcurrencyException || Find(failure)?.SqlState is SerializationFailure or DeadlockDetected or UniqueViolation;

    /// <summary>Whether a statement itself is what is wrong, rather than the database that is locked, full or away.</summary>
    public static bool IsOfOneStatement(Exception failure) => Find(failure) switch
    {
        SqliteException { SqliteErrorCode: SqliteError or SqliteConstraint or SqliteMismatch or SqliteTooBig } => true,
        SqliteException => false,
        // https://www.postgresql.org/docs/current/errcodes-appendix.html: data, constraints, syntax.
        { SqlState: ['2', '2' or '3', ..] or ['4', '2', ..] } => true,
        null => failure is DBConcurrencyException,
        _ => false,
    };

    private static DbException? Find(Exception? failure)
    {
        while (failure is not null and not DbException)
            failure = failure.InnerException;
        return failure as DbException;
    }
}
