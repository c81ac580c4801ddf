using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CleanIssuing.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CurrencyLengths : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddCheckConstraint(
                name: "CK_Transactions_Currency_Length",
                table: "Transactions",
                sql: "length(\"Currency\") <= 3");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Authorizations_Currency_Length",
                table: "Authorizations",
                sql: "length(\"Currency\") <= 3");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Transactions_Currency_Length",
                table: "Transactions");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Authorizations_Currency_Length",
                table: "Authorizations");
        }
    }
}
