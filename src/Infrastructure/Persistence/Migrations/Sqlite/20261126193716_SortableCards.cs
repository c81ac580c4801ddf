using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CleanIssuing.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SortableCards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Cards_AccountId_ExpYear_ExpMonth_Id",
                table: "Cards",
                columns: new[] { "AccountId", "ExpYear", "ExpMonth", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Cards_AccountId_Status_Id",
                table: "Cards",
                columns: new[] { "AccountId", "Status", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Cards_AccountId_ExpYear_ExpMonth_Id",
                table: "Cards");

            migrationBuilder.DropIndex(
                name: "IX_Cards_AccountId_Status_Id",
                table: "Cards");
        }
    }
}
