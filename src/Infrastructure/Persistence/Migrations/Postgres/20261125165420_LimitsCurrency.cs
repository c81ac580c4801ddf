using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CleanIssuing.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LimitsCurrency : Migration
    {
        private const string OfCard = "(SELECT \"Currency\" FROM \"Cards\" WHERE \"Cards\".\"Id\" = \"ControlChanges\".\"CardId\")";

        private const string OfCardholder =
            "(SELECT MIN(\"Currency\") FROM \"Cards\" WHERE \"Cards\".\"CardholderId\" = \"Cardholders\".\"Id\")";

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Limits were stored without their currency, which was that of the card.
            Name(migrationBuilder, "Cards", "SpendingControls", "\"Currency\"");
            Name(migrationBuilder, "Cardholders", "SpendingControls", OfCardholder);
            Name(migrationBuilder, "ControlTemplates", "Controls", "\"Currency\"");
            Name(migrationBuilder, "ControlChanges", "Before", OfCard);
            Name(migrationBuilder, "ControlChanges", "After", OfCard);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // The earlier version reads what the later one has written.
        }

        private static void Name(MigrationBuilder migrationBuilder, string table, string column, string currency) =>
            migrationBuilder.Sql(
                $"UPDATE \"{table}\" SET \"{column}\" = REPLACE(\"{column}\", '\"spendingLimits\":[{{', "
                + $"'\"spendingLimitsCurrency\":\"' || COALESCE({currency}, 'usd') || '\",\"spendingLimits\":[{{') "
                + $"WHERE \"{column}\" NOT LIKE '%spendingLimitsCurrency%'");
    }
}
