using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CleanIssuing.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ControlsOfCardholders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "CardId",
                table: "ControlChanges",
                newName: "OwnerId");

            migrationBuilder.RenameIndex(
                name: "IX_ControlChanges_CardId_Id",
                table: "ControlChanges",
                newName: "IX_ControlChanges_OwnerId_Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "OwnerId",
                table: "ControlChanges",
                newName: "CardId");

            migrationBuilder.RenameIndex(
                name: "IX_ControlChanges_OwnerId_Id",
                table: "ControlChanges",
                newName: "IX_ControlChanges_CardId_Id");
        }
    }
}
