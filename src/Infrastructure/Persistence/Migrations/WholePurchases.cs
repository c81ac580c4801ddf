using Microsoft.EntityFrameworkCore.Migrations;

namespace CleanIssuing.Infrastructure.Persistence.Migrations;

/// <summary>
/// Purchases were stored with less than Stripe tells of them. What can be filled in from the rows themselves is; for the rest, the history
/// is read from Stripe once more, a page at a time, and goes on where it was when it is stopped. Both databases understand what it says.
/// </summary>
internal static class WholePurchases
{
    /// <param name="day">The day (UTC) of a purchase, in the database's own words.</param>
    public static void AddTo(MigrationBuilder migrationBuilder, string day)
    {
        const string OfIt =
            "FROM \"Transactions\" WHERE \"Transactions\".\"AuthorizationId\" = \"Authorizations\".\"Id\" AND \"Transactions\".\"Type\" =";
        migrationBuilder.Sql(
            "UPDATE \"Authorizations\" SET \"Asked\" = \"Amount\", \"MerchantCurrency\" = \"Currency\", "
            + $"\"Captured\" = (SELECT -SUM(\"Amount\") {OfIt} 'Capture'), "
            + $"\"Refunded\" = COALESCE((SELECT SUM(ABS(\"Amount\")) {OfIt} 'Refund'), 0)");
        migrationBuilder.Sql(
            "UPDATE \"ImportCursors\" SET \"After\" = NULL, \"Finished\" = FALSE, \"EverFinished\" = FALSE "
            + "WHERE \"Step\" = 'Authorizations'");
        migrationBuilder.Sql(
            $"INSERT INTO \"StaleSpendDays\" (\"AccountId\", \"Day\") SELECT DISTINCT \"AccountId\", {day} FROM \"Authorizations\"");
    }
}
