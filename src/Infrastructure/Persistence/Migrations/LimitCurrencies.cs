using Microsoft.EntityFrameworkCore.Migrations;

namespace CleanIssuing.Infrastructure.Persistence.Migrations;

/// <summary>Limits were stored without their currency, which was that of the card. What names it is what both databases understand.</summary>
internal static class LimitCurrencies
{
    private const string OfCard = "(SELECT \"Currency\" FROM \"Cards\" WHERE \"Cards\".\"Id\" = \"ControlChanges\".\"CardId\")";

    private const string OfCardholder =
        "(SELECT MIN(\"Currency\") FROM \"Cards\" WHERE \"Cards\".\"CardholderId\" = \"Cardholders\".\"Id\")";

    public static void AddTo(MigrationBuilder migrationBuilder)
    {
        Add(migrationBuilder, "Cards", "SpendingControls", "\"Currency\"");
        Add(migrationBuilder, "Cardholders", "SpendingControls", OfCardholder);
        Add(migrationBuilder, "ControlTemplates", "Controls", "\"Currency\"");
        Add(migrationBuilder, "ControlChanges", "Before", OfCard);
        Add(migrationBuilder, "ControlChanges", "After", OfCard);
    }

    private static void Add(MigrationBuilder migrationBuilder, string table, string column, string currency) => migrationBuilder.Sql(
        $"UPDATE \"{table}\" SET \"{column}\" = REPLACE(\"{column}\", '\"spendingLimits\":[{{', "
        + $"'\"spendingLimitsCurrency\":\"' || COALESCE({currency}, 'usd') || '\",\"spendingLimits\":[{{') "
        + $"WHERE \"{column}\" NOT LIKE '%spendingLimitsCurrency%'");
}
